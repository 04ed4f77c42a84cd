import { styleText } from 'node:util';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Round, RoundOutcome } from '../local/watching/round.ts';
import { findingTable, mostRows, mostUrgentFirst, rulesText, type Names } from './finding-table.ts';
import { notWatchedText } from './not-watched-text.ts';
import { terminalTable } from './terminal-table.ts';

type Shown = Omit<RoundOutcome, 'shops'> & { readonly shops: readonly Pick<Shop, 'id' | 'name'>[] };

/**
 * A round as people read it in a terminal: the shops, the findings by urgency, the rules behind them. `mailsAt`: where
 * the mails can be read, `Inbox: http://…`.
 */
export function roundText({ round, shops, failed, postponed }: Shown, mailsAt: string): string {
  const names = new Map(shops.map(({ id, name }) => [id, name]));
  const rows = mostUrgentFirst(round.findings);
  const shown = rows.slice(0, mostRows);
  return [
    '',
    shopTable(round, names, failed),
    findingTable(shown, { now: Date.parse(round.now), names, by: 'order' }),
    ...(rows.length > shown.length ? [`… and ${rows.length - shown.length} more.`] : []),
    ...rulesText(shown),
    ...notWatchedText(round.shops, names),
    ...undelivered(round, postponed),
    `${round.mails === 1 ? '1 mail' : `${round.mails} mails`} sent. ${mailsAt}`,
  ].join('\n');
}

function undelivered({ queues }: Round, postponed: number): readonly string[] {
  const aside = Object.values(queues).reduce((sum, { deadLettered }) => sum + deadLettered, 0);
  return [
    ...(postponed > 0
      ? [`${postponed} waiting for a receiver that takes nothing now: tried again for a day, while this runs.`]
      : []),
    ...(aside > 0 ? [`${aside} put aside: npm run redrive -- --dry-run says why.`] : []),
  ];
}

function shopTable(round: Round, names: Names, failed: readonly string[]): string {
  const table = terminalTable([
    'Shop',
    'Open',
    'Pulled',
    'Calls',
    'New',
    'Worse',
    'Solved',
    'Notices',
    'Remedies',
    'Took',
  ]);
  for (const { shop, orders, calls, transitions, notices, remedies, durationMs } of round.shops) {
    const name = names.get(shop) ?? shop;
    table.push([
      failed.includes(shop) ? styleText('red', `${name}: not read to the end`) : name,
      orders.open,
      orders.pulled,
      calls.search + calls.tracking + calls.other,
      transitions.opened + transitions.reopened,
      transitions.escalated,
      transitions.resolved,
      notices,
      remedies,
      `${(durationMs / 1_000).toFixed(1)} s`,
    ]);
  }
  return table.toString();
}
