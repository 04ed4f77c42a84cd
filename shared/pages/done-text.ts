import { subjectName } from '../channels/notice-row.ts';
import type { SnoozeScope } from '../domain/act.ts';
import { carrierKey } from '../domain/carrier-name.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { LinkAct, Matter, Reader } from '../jobs/door.ts';
import type { DoorText, Paragraphs } from '../messages/door-text.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import { marketZone } from '../policies/market-zone.ts';
import { asNotice } from './matter.ts';

/** What a page knows beside the act. */
type Known = Pick<Matter, 'line' | 'isAwaited'>;

/** What has been done, in words, and what follows. */
export function doneText(act: LinkAct, reader: Reader, { line, isAwaited }: Known): Paragraphs {
  const { shop, locale, now } = reader;
  const messages = messagesIn(locale);
  const { done, afterTicket } = messages.door;
  switch (act.kind) {
    case 'acknowledge':
      return done.acknowledge();
    case 'snooze': {
      const until = messages.moment(act.until, { now, zone: shop.zone });
      return done.snooze(
        scopeText(act.scope, reader, { subject: nameOf(act, reader, line), carrier: line?.carrier }),
        until,
      );
    }
    case 'filed':
      return done.filed(plain(act.ticket, 60), isAwaited ? afterTicket.shown : afterTicket.answered);
    case 'extended':
      return done.extended(messages.moment(act.until, { now, zone: marketZone(shop.market) }));
    case 'not-a-problem':
      return done.notAProblem(plain(act.reason, 200));
  }
}

/** Who did it, and when. */
export function byline({ at, by, via }: LinkAct, { shop, locale, now }: Reader): string {
  const messages = messagesIn(locale);
  const [, kind = '', name = ''] = /^([^:/]*)[:/]?(.*)$/.exec(via) ?? [];
  const who = by ?? messages.door.via(kind, name);
  return messages.door.byline(plain(who, 80), messages.moment(at, { now, zone: shop.zone }));
}

/** What a snooze keeps silent, in words. Lanes name their carriers in small letters; people do not. */
export function scopeText(
  scope: SnoozeScope,
  { shop, locale }: Reader,
  { subject, carrier: written }: { subject: string; carrier: string | undefined },
): string {
  const { scopes }: DoorText = messagesIn(locale).door;
  switch (scope.kind) {
    case 'subject':
      return scopes.subject(subject);
    case 'carrier':
      return scopes.carrier(plain(scope.carrier, 60));
    case 'lane': {
      const place = scope.lane.lastIndexOf('/');
      const [key, phase] = [scope.lane.slice(0, place), scope.lane.slice(place + 1)];
      const carrier = written !== undefined && carrierKey(written) === key ? written : key;
      return scopes.lane(plain(carrier, 60), phase === 'collection' ? 'collection' : 'transit');
    }
    case 'shop':
      return scopes.shop(plain(shop.name, 60));
  }
}

function nameOf({ finding }: LinkAct, reader: Reader, line: NoticeLine | undefined): string {
  return line ? subjectName(messagesIn(reader.locale), asNotice(reader), line) : plain(finding.subject.id, 60);
}
