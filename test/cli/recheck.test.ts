import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { DynamoLedger } from '../../shared/adapters/dynamo/ledger.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { DynamoQuarantine } from '../../shared/adapters/dynamo/quarantine.ts';
import { before, days, hours, iso } from '../../shared/domain/time.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aFinding } from '../support/a-finding.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { aDeliveredOrder, anOrder } from '../support/an-order.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const shop = aShop();
const folder = workFolder();
const now = systemClock.world();
const ago = (count: number) => before(now, hours(count));
const [open, shelved, refused] = ['578230114599817301', '578230114599817302', '578230114599817303'] as const;
const run = iso(ago(1));
const last = { kind: 'opened', at: ago(1), run } as const;
const late = aFinding({ check: 'confirm-by', stage: 'confirm-overdue', since: ago(6), openedAt: ago(1), last });
let stack: RunningStack;

beforeAll(async () => {
  const order = anOrder({ id: open, createdAt: ago(30), carrier: 'Evil \u001B[31mExpress\u202E' });
  stack = await aRunningStack(folder.path, [aWatchedOrder({ order, findings: [late], run })]);
  const { table } = stack;
  const old = aDeliveredOrder({ id: shelved, createdAt: before(now, days(70)) });
  await new DynamoOrderBook(table).shelve(shop.id, [aWatchedOrder({ order: old })]);
  const paths = ['packages[0].id', 'create\u001B[31m_time'];
  await new DynamoQuarantine(table).put(shop.id, [{ order: refused, run, paths }], now);
  await new DynamoLedger(table).mark('told', shop.id, [{ key: `${shop.id}#${run}#email:en`, at: ago(1) }]);
  const deed = { order: open, kind: 'battery', value: 'none', at: ago(2), by: 'Li Wei' } as const;
  await new DynamoDeeds(table).write(shop.id, [deed]);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

describe('tidewatch recheck', () => {
  it('explains an open order, without a word of the outside that could be a command', async () => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'recheck', open);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('confirm-by – finding: critical, confirm-overdue (Not confirmed in time), since ');
    expect(stdout).toContain('(article/confirm-by)');
    expect(stdout).toContain(`notice of run ${run} to email:en – sent `);
    expect(stdout).toContain('battery none – by Li Wei, ');
    for (const control of ['\u001B', '\u202E']) expect(stdout).not.toContain(control);
  });

  it('prints one document and nothing else', async () => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'recheck', open, '--json', '--shop', shop.id);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      shop: { id: shop.id },
      order: { id: open, status: 'AWAITING_SHIPMENT', on: 'book' },
      findings: [{ check: 'confirm-by', heard: { by: ['email:en', 'email:zh-CN'], silent: null } }],
      notices: [{ run, channel: 'email:en' }],
      deeds: [{ kind: 'battery', value: 'none', by: 'Li Wei' }],
    });
  });

  it('knows an order that is over, by its id alone', async () => {
    const { status, stdout } = await runTidewatch(folder.path, 'recheck', shelved);
    expect(status).toBe(0);
    expect(stdout).toContain(`Order ${shelved}: DELIVERED, over and on the shelf`);
    expect(stdout).toContain('does not apply because the order is delivered, completed or cancelled');
  });

  it.each([
    ['an order in quarantine', refused, /is in quarantine: .* at packages\[0\]\.id, create \[31m_time; /],
    ['an order nobody knows', '578230114599817399', /is not known in shop 7495510238846614801: /],
  ])('%s ends with status 1 and one line', async (_, order, words) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'recheck', order, '--json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(stderr).not.toContain('\u001B');
  });

  it.each(['5782', 'late', '5.7823E+17'])('%s is no order id: status 2', async (text) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'recheck', text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('order');
  });
});
