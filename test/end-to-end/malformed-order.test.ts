import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundDocument } from './round-document.ts';
import { orderStagesOf, sorted } from './round-document.ts';
import { watchHistories, type WatchedHistory } from './watched-history.ts';

const hour = 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');
const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';

interface Life {
  readonly bought: number;
  readonly confirmed?: number;
  readonly collected?: number;
}

/** In hours after the first sweep. */
function row(id: string, { bought, confirmed, collected }: Life): string {
  const at = (hours: number | undefined): string =>
    hours === undefined ? '' : new Date(from + hours * hour).toISOString().slice(0, 19).replace('T', ' ');
  return [id, 'shipped', at(bought), at(confirmed), at(collected), '', at(24 * 20)].join(',');
}

const spoilt = 'aaaa0000aaaa0000aaaa0000aaaa0001';
const csv = [
  header,
  // By what was last known of it, it is overdue at the second sweep; in truth it has been confirmed half an hour before.
  row(spoilt, { bought: -23.5, confirmed: 0.4, collected: 1.5 }),
  row('aaaa0000aaaa0000aaaa0000aaaa0002', { bought: -30, confirmed: 0.5, collected: 1.5 }),
  row('aaaa0000aaaa0000aaaa0000aaaa0003', { bought: -30 }),
  row('aaaa0000aaaa0000aaaa0000aaaa0004', { bought: -30, confirmed: 0.7 }),
].join('\n');

let watched: WatchedHistory;
let shop = '';

beforeAll(async () => {
  watched = await watchHistories([csv], from);
  shop = watched.shops[0] ?? '';
}, 120_000);
afterAll(() => watched.stop());

async function sweepAt(hours: number): Promise<{ round: RoundDocument; texts: readonly string[] }> {
  const earlier = watched.tidewatch.stack.mails().length;
  const { round, failed } = await watched.sweepAt(from + hours * hour);
  expect(failed).toEqual([]);
  const mails = watched.tidewatch.stack.mails().slice(earlier);
  return { round, texts: mails.map(({ subject, text }) => `${subject}\n${text}`) };
}

function expected(hours: number): ReadonlyMap<string, string> {
  return watched.expected(shop, from + hours * hour);
}

describe('one order that cannot be read, in a page of others', () => {
  it('is nearly overdue, and judged like another, when all is well', async () => {
    const { round } = await sweepAt(0);
    expect(expected(0).get(`confirm-by ${spoilt}`)).toBe('confirm-due-soon');
    expect(sorted(orderStagesOf(round, shop))).toEqual(sorted(expected(0)));
  });

  it('is put aside and counted in the mail; what was known of it stays, and the rest of the page goes on', async () => {
    watched.simulator.faults.set({ kind: 'malformed-order', spoil: 'status', order: spoilt });
    const { round, texts } = await sweepAt(1);
    const [report] = round.shops;
    expect(report?.orders).toMatchObject({ pulled: 3, quarantined: 1 });
    const known = new Map([...expected(1), [`confirm-by ${spoilt}`, 'confirm-due-soon']]);
    expect(sorted(orderStagesOf(round, shop))).toEqual(sorted(known));
    expect(report?.transitions).toMatchObject({ resolved: 2, opened: 0, escalated: 0 });
    expect(texts.length).toBe(2);
    const all = texts.join('\n');
    expect(all).toMatch(/1 order could not be read/i);
    expect(all).toContain('1 个订单的数据无法解析');
  });

  it('is not counted again, and stays as it was, while nobody can read it', async () => {
    watched.simulator.faults.clear();
    const { round, texts } = await sweepAt(1.25);
    expect(round.shops[0]?.orders.quarantined).toBe(0);
    expect(orderStagesOf(round, shop).get(`confirm-by ${spoilt}`)).toBe('confirm-due-soon');
    expect(texts).toEqual([]);
  });

  it('is judged again as soon as it can be read', async () => {
    const { round } = await sweepAt(2);
    expect(sorted(orderStagesOf(round, shop))).toEqual(sorted(expected(2)));
    expect(expected(2).has(`confirm-by ${spoilt}`)).toBe(false);
    expect(round.shops[0]?.transitions.resolved).toBe(1);
  });
});
