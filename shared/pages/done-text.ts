import { subjectName } from '../channels/notice-row.ts';
import type { SnoozeScope } from '../domain/act.ts';
import type { NoticeLine } from '../domain/notice.ts';
import type { LinkAct, Reader } from '../jobs/door.ts';
import type { DoorText, Paragraphs } from '../messages/door-text.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import { marketZone } from '../policies/market-zone.ts';
import { asNotice } from './matter.ts';

/** What has been done, in words: when, by whom, and what follows. */
export function doneText(act: LinkAct, reader: Reader, line: NoticeLine | undefined): Paragraphs {
  const { shop, locale, now } = reader;
  const messages = messagesIn(locale);
  const { done } = messages.door;
  const at = messages.moment(act.at, { now, zone: shop.zone });
  const via = messages.door.via(plain(act.via, 60));
  const by = act.by === undefined ? via : plain(act.by, 60);
  switch (act.kind) {
    case 'acknowledge':
      return done.acknowledge(at, by);
    case 'snooze': {
      const until = messages.moment(act.until, { now, zone: shop.zone });
      return done.snooze(scopeText(act.scope, reader, nameOf(act, reader, line)), until, at, by);
    }
    case 'filed':
      return done.filed(plain(act.ticket, 60), at, by);
    case 'extended':
      return done.extended(messages.moment(act.until, { now, zone: marketZone(shop.market) }), at, by);
    case 'not-a-problem':
      return done.notAProblem(plain(act.reason, 200), at, by);
  }
}

/** What a snooze keeps silent, in words. */
export function scopeText(scope: SnoozeScope, { shop, locale }: Reader, subject: string): string {
  const { scopes }: DoorText = messagesIn(locale).door;
  switch (scope.kind) {
    case 'subject':
      return scopes.subject(subject);
    case 'carrier':
      return scopes.carrier(plain(scope.carrier, 60));
    case 'lane': {
      const [carrier = '', phase] = scope.lane.split('/');
      return scopes.lane(plain(carrier, 60), phase === 'collection' ? 'collection' : 'transit');
    }
    case 'shop':
      return scopes.shop(plain(shop.name, 60));
  }
}

function nameOf({ finding }: LinkAct, reader: Reader, line: NoticeLine | undefined): string {
  return line ? subjectName(messagesIn(reader.locale), asNotice(reader), line) : plain(finding.subject.id, 60);
}
