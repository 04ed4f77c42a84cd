import type { FoldedOrder, NoticeLine, NoticeRequest } from '../../domain/notice.ts';
import { iso } from '../../domain/time.ts';
import type { DeadlineSource } from '../../domain/verdict.ts';
import type { Messages } from '../../messages/messages.ts';
import { plain } from '../../messages/plain.ts';
import { lineLink } from '../notice-row.ts';
import { stageText, toldOf } from '../told.ts';
import type { NoticeDocument } from './notice-document.ts';

type Finding = NoticeDocument['findings'][number];

/** A line of a notice or a digest, as a webhook's document has it. */
export function webhookFinding(
  messages: Messages,
  notice: Pick<NoticeRequest, 'now' | 'shop'>,
  line: NoticeLine,
): Finding {
  const stage = stageText(messages, line);
  const told = toldOf(messages, line, notice.now);
  const link = lineLink(notice, line);
  const { amount, currency, risk, deadline, resolvedBecause, remedy, folded, comesAndGoes } = line;
  return {
    transition: line.transition,
    check: plain(line.check),
    stage: plain(line.stage),
    severity: line.severity,
    subject: { kind: line.subject.kind, id: plain(line.subject.id) },
    ...about(line),
    ...(folded && { explains: { count: folded.count, orders: folded.rows.map(about) } }),
    ...(link !== undefined && { link }),
    since: iso(line.since),
    ...(deadline && { deadline: { at: iso(deadline.at), source: sourceId(deadline.source) } }),
    ...(amount !== undefined &&
      currency !== undefined && { worth: { amount: plain(amount, 40), currency: plain(currency, 10) } }),
    ...(risk && { atRisk: { amount: plain(risk.amount, 40), currency: plain(risk.currency, 10) } }),
    ...(comesAndGoes && { comesAndGoes }),
    ...texts({ resolvedBecause, remedy }),
    headline: stage.headline,
    timing: stage.timing(told),
    what: stage.what(told),
    ifNobodyActs: stage.next,
    whatToDo: stage.act(1),
  };
}

function about({
  order,
  parcel,
  carrier,
  number,
}: FoldedOrder): Pick<Finding, 'order' | 'parcel' | 'carrier' | 'trackingNumber'> {
  return texts({ order, parcel, carrier, trackingNumber: number });
}

export function texts<Name extends string>(
  named: Readonly<Record<Name, string | undefined>>,
): { [name in Name]?: string } {
  const present = Object.entries<string | undefined>(named).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, plain(text)] as const],
  );
  return Object.fromEntries(present) as { [name in Name]?: string };
}

export function sourceId(source: DeadlineSource): string {
  switch (source.kind) {
    case 'platform':
      return plain(source.field);
    case 'clause':
      return `${plain(source.pack)}/${plain(source.clause)}`;
    case 'credential':
    case 'extension':
      return source.kind;
  }
}
