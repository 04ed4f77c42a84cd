import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { putShop } from '../../shared/adapters/dynamo/shops.ts';
import { after, days, hours, iso } from '../../shared/domain/time.ts';
import { workFolder, type Ended } from '../end-to-end/runner.ts';
import { aFinding } from '../support/a-finding.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder } from '../support/an-order.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const shop = aShop();
const order = '578230114599817301';
const other = '578230114599817302';
const closed = '578230114599817309';
const name = `confirm-by/${order}`;
const folder = workFolder();
const finding = aFinding({ check: 'confirm-by', stage: 'confirm-due-soon' });
const book = [
  aWatchedOrder({
    order: anOrder({ id: order }),
    findings: [finding, aFinding({ check: 'battery', stage: 'battery-flag-missing' })],
  }),
  aWatchedOrder({ order: anOrder({ id: other, carrier: 'Yun Express' }), findings: [finding] }),
  aWatchedOrder({ order: anOrder({ id: closed, status: 'CANCELLED' }), findings: [finding] }),
];
let stack: RunningStack;

beforeAll(async () => {
  stack = await aRunningStack(folder.path, book);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

function tidewatch(...words: readonly string[]): Promise<Ended> {
  return runTidewatch(folder.path, ...words);
}

const recorded = () => new DynamoActs(stack.table).list(shop.id);

describe('tidewatch ack', () => {
  it('is on record as an act from a message is, bound to the finding as it stands', async () => {
    const { status, stdout } = await tidewatch('ack', name, '--by', 'Li Wei', '--json');
    expect(status).toBe(0);
    expect(await recorded()).toEqual([
      {
        id: expect.stringMatching(/^command-line\/acknowledge\/confirm-by\/order\//),
        kind: 'acknowledge',
        at: expect.any(Number),
        seen: finding.last.at,
        via: 'command line',
        by: 'Li Wei',
        finding: { check: 'confirm-by', subject: { kind: 'order', id: order }, episode: 1 },
      },
    ]);
    expect(JSON.parse(stdout)).toEqual({
      acts: [
        {
          shop: shop.id,
          finding: name,
          stage: 'confirm-due-soon',
          kind: 'acknowledge',
          at: expect.any(String),
          via: 'command line',
          by: 'Li Wei',
          new: true,
        },
      ],
    });
  });

  it('acts once', async () => {
    const { status, stdout } = await tidewatch('ack', name);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^Already dealt with by Li Wei, confirm-by\/578230114599817301: .*\n$/),
    });
    expect(await recorded()).toHaveLength(1);
  });

  it('takes how a name begins, several of them, and one cut short, each finding once', async () => {
    const { stdout } = await tidewatch('ack', `confirm-by/${other}`, 'confirm-by/578230114599817302…');
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Acknowledged confirm-by\/578230114599817302: To be confirmed soon, warning, for .*\.$/),
      'The next sweep goes by it.',
      '',
    ]);
    expect(await recorded()).toHaveLength(2);
  });

  it('takes all that is open of an order', async () => {
    const { stdout } = await tidewatch('ack', '--order', order);
    expect(stdout).toContain(`Acknowledged battery/${order}`);
    expect(stdout).toContain(`Already dealt with by Li Wei, ${name}`);
    const { stdout: open } = await tidewatch('findings', '--order', order);
    expect(open.match(/\(acknowledged\)/g)).toHaveLength(2);
  });
});

describe('tidewatch snooze', () => {
  it('keeps silent what a finding is about until then, or for so long', async () => {
    const until = after(systemClock.world(), days(2));
    const at = iso(until).replace(/\.\d+/, '');
    const { status, stdout } = await tidewatch('snooze', name, '--until', at, '--by', 'Li Wei');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^Snoozed what confirm-by\/\d+ is about until .* \(Europe\/London\): To be confirmed/,
      ),
    });
    const act = (await recorded()).find(({ kind }) => kind === 'snooze');
    expect(act).toMatchObject({
      scope: { kind: 'subject', subject: { kind: 'order', id: order } },
      until: Date.parse(at),
    });
    const { stdout: silenced } = await tidewatch('findings', '--state', 'silenced');
    expect(silenced).toMatch(/\(snoozed\).*confirm-by\/578230114599817301/);
  });

  it.each([
    ['carrier', { kind: 'carrier', carrier: 'Yun Express' }],
    ['lane', { kind: 'lane', lane: 'yunexpress/collection' }],
    ['shop', { kind: 'shop' }],
  ])('of a %s covers all of it', async (scope, covered) => {
    const words = ['snooze', `confirm-by/${other}`, '--for', '3d', '--scope', scope, '--json'];
    const { acts } = JSON.parse((await tidewatch(...words)).stdout) as { acts: readonly Record<string, string>[] };
    expect(acts).toMatchObject([{ kind: 'snooze', scope: covered, new: true }]);
    const left = Date.parse(acts[0]?.['until'] ?? '') - Date.now();
    expect(left).toBeGreaterThan(hours(71));
    expect(left).toBeLessThanOrEqual(hours(72));
  });
});

describe('what cannot be done', () => {
  let before: number;
  beforeEach(async () => {
    before = (await recorded()).length;
  });

  it.each<[string, readonly string[], RegExp]>([
    ['neither findings nor an order', ['ack'], /give either findings, as tidewatch findings names them, or --order/],
    ['findings and an order', ['ack', name, '--order', order], /give either findings/],
    [
      'a name nobody knows, beside a good one',
      ['ack', `confirm-by/${other}`, 'luck/1'],
      /no finding "luck\/1" is open/,
    ],
    ['a name that fits several', ['ack', 'confirm-by/5782301145998173'], /begins the names of 2 findings: confirm-by/],
    ['an order in place of a name', ['ack', order], new RegExp(`all findings of an order: --order ${order}`)],
    ['an order without findings', ['ack', '--order', closed], /no finding of order 578230114599817309 is open/],
    ['what is over', ['ack', `confirm-by/${closed}`], /no finding "confirm-by\/578230114599817309" is open/],
    ['a name as long as a page', ['ack', name, '--by', 'x'.repeat(61)], /Give a name of at most 60 characters/],
    ['a snooze without an end', ['snooze', name], /say how long: --until .* or --for 3d/],
    ['a snooze with two', ['snooze', name, '--for', '1d', '--until', '2026-12-01T09:00:00Z'], /cannot be used with/],
    ['a snooze of a week and a day', ['snooze', name, '--for', '8d'], /a snooze lasts 7 days at most/],
    ['a snooze that is over', ['snooze', name, '--until', '2026-01-01T09:00:00Z'], /that moment has passed/],
    ['a time without its zone', ['snooze', name, '--until', '2026-12-01T09:00'], /Give a time with its zone/],
    ['a span that is none', ['snooze', name, '--for', 'long'], /Give a number and a unit/],
    ['a carrier nobody knows', ['snooze', name, '--for', '1d', '--scope', 'carrier'], /no carrier is known/],
  ])('%s: one line, status 2, and nothing is on record', async (_, words, says) => {
    const { status, stdout, stderr } = await tidewatch(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(await recorded()).toHaveLength(before);
  });

  it('a name that two shops have needs its shop', async () => {
    const second = aShop({ id: 'z-shop' });
    await putShop(stack.table, second);
    await new DynamoOrderBook(stack.table).write(second.id, book);
    const { stderr } = await tidewatch('ack', name);
    expect(stderr).toBe(`tidewatch: ${name} is open in several shops: say which with --shop: ${shop.id}, z-shop\n`);
    expect((await tidewatch('ack', name, '--shop', second.id)).status).toBe(0);
  });
});
