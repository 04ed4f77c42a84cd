import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoWatches } from '../../shared/adapters/dynamo/watches.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { after, before, hours } from '../../shared/domain/time.ts';
import { readCsv } from '../channels/read-csv.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aFinding } from '../support/a-finding.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder } from '../support/an-order.ts';
import { hoursAgo } from '../support/moments.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { atTerminal } from './at-terminal.ts';
import { runTidewatch, runTidewatchWith } from './run-tidewatch.ts';

const shop = aShop();
const [soon, late, explained, gone] = ['578230114599817301', '578230114599817302', '578230114599817303', '7'] as const;
const incident = 'carrier-stalled/evri/transit/=hub';
const folder = workFolder();
let stack: RunningStack;

const now = systemClock.world();
const clause = { kind: 'platform', field: 'rts_sla_time' } as const;

beforeAll(async () => {
  const dueSoon = aFinding({
    check: 'confirm-by',
    stage: 'confirm-due-soon',
    deadline: { at: after(now, hours(3)), source: clause },
  });
  const overdue = aFinding({
    check: 'confirm-by',
    stage: 'confirm-overdue',
    deadline: { at: before(now, hours(2)), source: clause },
  });
  stack = await aRunningStack(folder.path, [
    watched(soon, 'YunExpress', dueSoon, aFinding({ check: 'battery', stage: 'battery-flag-missing' })),
    watched(late, '=cmd|x', { ...overdue, state: 'acknowledged' }),
    watched(explained, 'Evri', { ...dueSoon, state: 'dismissed' }),
  ]);
  await writeWatch(now);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

function watched(id: string, carrier: string, ...findings: readonly Finding[]) {
  return aWatchedOrder({ order: anOrder({ id, carrier, parcels: [] }), findings });
}

async function writeWatch(watermark: typeof now): Promise<void> {
  const watches = new DynamoWatches(stack.table);
  const finding = aFinding({
    check: 'incident',
    stage: 'carrier-incident',
    since: hoursAgo(9),
    facts: { carrier: 'Evri' },
  });
  await watches.take(shop.id, 'test');
  const subject = { kind: 'incident', id: incident } as const;
  await watches.write(shop.id, { firstLookDone: true, watermark, findings: [{ subject, finding }] }, 'test');
}

const Listed = z.object({
  now: z.string(),
  total: z.number(),
  findings: z.array(z.object({ check: z.string(), subject: z.object({ id: z.string() }).loose() }).loose()),
});

async function listed(...words: readonly string[]): Promise<z.infer<typeof Listed>> {
  const { status, stdout, stderr } = await runTidewatch(folder.path, 'findings', '--json', ...words);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return Listed.parse(JSON.parse(stdout));
}

async function namesOf(...words: readonly string[]): Promise<readonly string[]> {
  return (await listed(...words)).findings.map(({ check, subject }) => `${check}/${subject.id}`);
}

describe('tidewatch findings', () => {
  it('lists what is open, the most urgent first, in the rows of a round', async () => {
    const { total, findings } = await listed('--carrier', 'yunexpress', '--check', 'confirm-by');
    expect(total).toBe(1);
    expect(findings).toEqual([
      {
        shop: shop.id,
        check: 'confirm-by',
        stage: 'confirm-due-soon',
        severity: 'warning',
        state: 'open',
        subject: { kind: 'order', id: soon },
        order: soon,
        since: expect.any(String),
        deadline: expect.any(String),
        deadlineSource: 'rts_sla_time',
        rule: null,
        risk: expect.anything(),
        inhibitedBy: null,
      },
    ]);
    expect(await namesOf()).toEqual([
      `incident/${incident}`,
      `battery/${soon}`,
      `confirm-by/${late}`,
      `confirm-by/${soon}`,
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['what is silenced', ['--state', 'silenced'], [`confirm-by/${explained}`]],
    ['one order', ['--order', late], [`confirm-by/${late}`]],
    ['one order whatever its state', ['--order', explained, '--state', 'all'], [`confirm-by/${explained}`]],
    ['an order nobody knows', ['--order', `${gone}00000`], []],
    ['what is at least a breach', ['--severity', 'breach', '--check', 'confirm-by'], [`confirm-by/${late}`]],
    ['one stage of a check', ['--finding', 'confirm-overdue'], [`confirm-by/${late}`]],
    ['so many at most', ['--limit', '1'], [`incident/${incident}`]],
  ])('lists %s', async (_, words, names) => expect(await namesOf(...words)).toEqual(names));

  it('is a table with the names that commands take', async () => {
    const { stdout } = await runTidewatch(folder.path, 'findings', '--state', 'all', '--limit', '4');
    expect(stripVTControlCharacters(stdout)).toBe(stdout);
    expect(stdout).toMatch(
      /│ 2 hours over +│ .* │ .*\(acknowledged\) +│ Harbour Lane UK │ confirm-by\/578230114599817302/,
    );
    expect(stdout).toContain('… and 1 more.');
  });

  it('is coloured on a terminal alone, and not for those who want no colours', async () => {
    const onTerminal = await runTidewatchWith(atTerminal, folder.path, 'findings', '--limit', '1');
    expect(onTerminal.stdout).toContain('\u001B[');
    const settings = { ...atTerminal, NO_COLOR: '1' };
    const plain = await runTidewatchWith(settings, folder.path, 'findings', '--limit', '1');
    expect(plain.stdout).toBe((await runTidewatch(folder.path, 'findings', '--limit', '1')).stdout);
    expect(plain.stdout).not.toContain('\u001B');
  });

  it('says so where nothing fits, and where nobody has looked for hours', async () => {
    await writeWatch(before(now, hours(5)));
    const { stdout } = await runTidewatch(folder.path, 'findings', '--check', 'claim');
    expect(stdout).toBe(
      'No finding fits what was asked for.\nHarbour Lane UK: known as it was 5 hours ago; tidewatch doctor says why.\n',
    );
    await writeWatch(now);
  });

  it('as CSV is safe to open', async () => {
    const { stdout } = await runTidewatch(folder.path, 'findings', '--csv', '--state', 'all');
    const [head = [], ...rows] = readCsv(stdout);
    expect(head.slice(0, 3)).toEqual(['finding', 'shop', 'check']);
    expect(rows.map(([name]) => name)).toContain(`confirm-by/${late}`);
    expect(rows.find(([name]) => name === `confirm-by/${late}`)?.[7]?.trim()).toBe(late);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+@]/);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a check nobody knows', ['--check', 'luck'], /No check is called so/],
    ['a stage nobody knows', ['--finding', 'lucky'], /No finding is called so/],
    ['two forms at once', ['--json', '--csv'], /'--json' cannot be used with option '--csv'/],
    ['a watch of a document', ['--watch', '--json'], /'--watch \[seconds\]' cannot be used with option '--json'/],
    ['a watch without a terminal', ['--watch'], /--watch draws on a terminal/],
    ['a watch too often', ['--watch', '1'], /Give a whole number from 2 to 3600/],
    ['a shop nobody watches', ['--shop', '77'], /no shop 77 is watched here/],
  ])('refuses %s in one line', async (_, words, says) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, 'findings', ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  });
});
