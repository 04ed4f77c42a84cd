import { readFileSync } from 'node:fs';
import { ordersIn } from '../../infra/local/watching/live-findings.ts';
import { findingsIn, type FindingRow } from '../../infra/local/watching/finding-row.ts';
import { csvHistory } from '../../infra/replay/history/csv-history.ts';
import { openPorts } from '../../infra/replay/open-ports.ts';
import { replayChain } from '../../infra/replay/replay-chain.ts';
import { iso } from '../../shared/domain/time.ts';
import { policy } from '../../shared/policies/registry.ts';
import { at } from '../support/moments.ts';

/** What a replay has open after an hour, in the form in which live rounds tell it, and how many notices it sent. */
export interface ReplayedRound {
  readonly now: string;
  readonly findings: readonly FindingRow[];
  readonly notices: number;
}

/** Every hour of the time, under the rules in force. */
export async function replayedRounds(
  file: string,
  market: string,
  time: { readonly from: string; readonly until: string },
): Promise<readonly ReplayedRound[]> {
  const { shop, history } = csvHistory({ from: 'history', text: readFileSync(file, 'utf8') }, market, 7);
  let notices = 0;
  const ports = openPorts(
    { shop, policy, history, beside: {} },
    { orderWritten() {}, watchWritten() {}, digest() {}, remediation() {}, notice: () => (notices += 1) },
  );
  const kept = { watches: ports.watches, orders: (id: string) => ordersIn(id, ports.book) };
  const rounds: ReplayedRound[] = [];
  for await (const now of replayChain(ports, { from: at(time.from), until: at(time.until) })) {
    rounds.push({ now: iso(now), findings: await findingsIn(shop, kept), notices });
    notices = 0;
  }
  return rounds;
}
