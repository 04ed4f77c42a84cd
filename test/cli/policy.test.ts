import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { expectGolden } from '../channels/golden.ts';
import { runPolicy } from './run-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-policy-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function json(...words: readonly string[]): Promise<unknown> {
  const { stdout, stderr, status } = await runPolicy(...words, '--json');
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const Row = z.looseObject({ pack: z.string(), id: z.string(), source: z.string(), from: z.string().optional() });
const Rules = z.object({
  on: z.string(),
  market: z.string().nullable(),
  packs: z.array(z.string()),
  clauses: z.array(Row.extend({ clock: z.string(), line: z.string() })),
  limits: z.array(Row.extend({ metric: z.string(), value: z.number() })),
  marks: z.array(Row.extend({ mark: z.string(), rule: z.string() })),
});

describe('the rules in force', () => {
  it('of a market on a day, as a table', async () => {
    const { stdout, status } = await runPolicy('--market', 'GB', '--on', '2026-07-01');
    expect(status).toBe(0);
    expectGolden('policy-rules.txt', stdout);
  });

  it('for programs, with the packs of the market first', async () => {
    const rules = Rules.parse(await json('--market', 'US', '--on', '2026-01-20'));
    expect([rules.on, rules.market, rules.packs]).toEqual(['2026-01-20', 'US', ['us', 'article']]);
    const pickups = rules.clauses.filter(({ clock }) => clock === 'pickup-by');
    expect(pickups.map(({ pack, id, line }) => `${pack}/${id}: ${line}`)).toEqual([
      'us/pickup-by-phase-in: end of business day 4',
      'article/pickup-by: 72 h',
    ]);
    expect(rules.limits.map(({ id }) => id)).toContain('late-dispatch-rate-2025');
    expect(rules.marks.map(({ mark }) => mark)).toContain('platform-label');
    expect(rules.marks.map(({ mark }) => mark)).not.toContain('qr-label');
  });

  it('of a label that one country alone asks for, from its first day', async () => {
    const marksOn = async (day: string): Promise<readonly string[]> =>
      Rules.parse(await json('--market', 'FR', '--on', day)).marks.map(({ id }) => id);
    expect(await marksOn('2024-04-01')).toContain('qr-label');
    expect(await marksOn('2024-03-31')).not.toContain('qr-label');
    const { stdout } = await runPolicy('--market', 'FR', '--diff', '2024-03-31', '2024-04-01');
    expect(stdout).toContain('+ 2024-04-01  article/qr-label  (DE, FR, GB)');
  });

  it('of one type of seller, under packs of one’s own choice', async () => {
    const rules = Rules.parse(
      await json('--market', 'TH', '--on', '2026-07-01', '--seller-type', 'LOCAL', '--packs', 'article,sea'),
    );
    expect(rules.packs).toEqual(['article', 'sea']);
    const ids = rules.clauses.map(({ id }) => id);
    expect(ids).toContain('fast-dispatch-by-th');
    expect(ids).not.toContain('pickup-by-cross-border');
    expect(ids.indexOf('pickup-by')).toBeLessThan(ids.indexOf('pickup-by-th'));
  });

  it('of every market today, when nothing is asked', async () => {
    const rules = Rules.parse(await json());
    expect(rules.on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([rules.market, rules.packs]).toEqual([null, ['us', 'gb', 'eu', 'sea', 'article']]);
  });

  it('a rule that ends in the afternoon is in force on its day, and no longer on the next', async () => {
    const on = async (day: string) =>
      Rules.parse(await json('--market', 'ID', '--on', day)).clauses.map(({ id }) => id);
    expect(await on('2026-03-17')).toEqual(
      expect.arrayContaining(['pickup-by-id-before-idul-fitri-2026', 'pickup-by-id-idul-fitri-2026']),
    );
    expect(await on('2026-03-25')).not.toContain('pickup-by-id-idul-fitri-2026');
  });
});

describe('what changed from one day to another', () => {
  it('as text', async () => {
    const { stdout, status } = await runPolicy('--diff', '2026-06-17', '2026-06-18');
    expect(status).toBe(0);
    expectGolden('policy-diff.txt', stdout);
  });

  const Changes = z.object({
    ended: z.array(z.object({ rule: z.string(), says: z.string() })),
    began: z.array(z.object({ rule: z.string(), says: z.string() })),
  });
  it('for programs, in one market', async () => {
    const { ended, began } = Changes.parse(await json('--market', 'US', '--diff', '2026-01-11', '2026-01-26'));
    expect(ended.map(({ rule }) => rule)).toEqual([
      'us/confirm-by',
      'us/pickup-by-cross-border',
      'us/deliver-by-own-handling-2025',
    ]);
    expect(began.map(({ rule }) => rule)).toEqual(['us/pickup-by', 'us/deliver-by-own-handling']);
  });

  it('windows within a rule too', async () => {
    const { ended, began } = Changes.parse(await json('--market', 'VN', '--diff', '2026-06-18', '2026-06-22'));
    expect(ended).toEqual([]);
    expect(began.map(({ rule }) => rule)).toEqual(['sea/cross-border-order-cap']);
    expect(began[0]?.says).toContain('60 %');
  });

  it('nothing, and says so', async () => {
    expect((await runPolicy('--diff', '2026-07-21', '2026-07-22')).stdout).toBe(
      'The same rules on 2026-07-21 and 2026-07-22.\n',
    );
  });
});

describe('a deadline', () => {
  const start = ['--start', '2026-01-16T20:00:00Z'] as const;

  it('and the way to it, for people', async () => {
    const { stdout } = await runPolicy('deadline', '--market', 'US', '--clock', 'pickup-by', ...start);
    expectGolden('policy-deadline.txt', stdout);
  });

  it('for programs', async () => {
    expect(await json('deadline', '--market', 'US', '--clock', 'pickup-by', ...start)).toEqual({
      clock: 'pickup-by',
      market: 'US',
      start: '2026-01-16T20:00:00.000Z',
      deadline: '2026-01-24T07:59:59.000Z',
      pack: 'us',
      clause: 'pickup-by-phase-in',
      source: expect.stringContaining('trade press'),
      steps: expect.arrayContaining([
        'Mon 2026-01-19: skipped, Martin Luther King Jr. Day',
        'Fri 2026-01-23: business day 4 of 4',
      ]),
    });
  });

  it('that nobody knows is null, and the steps say so', async () => {
    expect(await json('deadline', '--market', 'BR', '--clock', 'deliver-by', ...start)).toMatchObject({
      deadline: null,
      pack: null,
      clause: null,
      source: null,
      steps: [expect.stringMatching(/^start: /), 'no clause for deliver-by in force in article: no deadline known'],
    });
  });

  it('whose relief was not published is null, but its clause is named', async () => {
    const words = [
      'deadline',
      '--market',
      'GB',
      '--clock',
      'confirm-by',
      '--start',
      '2025-01-28T00:00:00Z',
      '--seller-type',
      'CROSS_BORDER',
    ];
    expect(await json(...words)).toMatchObject({
      deadline: null,
      pack: 'gb',
      clause: 'confirm-by-spring-festival-2025',
    });
  });

  const rows: [string, readonly string[], string][] = [
    [
      'of a cross-border shop',
      ['--market', 'TH', '--clock', 'pickup-by', '--seller-type', 'CROSS_BORDER'],
      'sea/pickup-by-cross-border-2024',
    ],
    [
      'by packs in an order of one’s own',
      ['--market', 'US', '--clock', 'pickup-by', '--packs', 'article,us'],
      'article/pickup-by',
    ],
    [
      'of parcels that TikTok carries',
      ['--market', 'GB', '--clock', 'deliver-by', '--logistics', 'tiktok-shipping'],
      'article/deliver-by-gb',
    ],
    [
      'of parcels that the seller sends',
      ['--market', 'GB', '--clock', 'deliver-by', '--logistics', 'local-stock'],
      'gb/deliver-by',
    ],
    [
      'of a pre-order',
      ['--market', 'US', '--clock', 'ship-cancel-by', '--order-type', 'pre-order'],
      'us/ship-cancel-by-pre-order',
    ],
    [
      'of an express order',
      ['--market', 'US', '--clock', 'deliver-by', '--delivery-option', 'Express Shipping'],
      'us/deliver-by-express',
    ],
  ];
  it.each(rows)('%s', async (_, words, answer) => {
    const { pack, clause } = z
      .object({ pack: z.string(), clause: z.string() })
      .parse(await json('deadline', ...words, ...start));
    expect(`${pack}/${clause}`).toBe(answer);
  });

  it('for every line of a file, one line each', async () => {
    const file = join(folder, 'starts.txt');
    writeFileSync(file, '2026-01-16T20:00:00Z\n\n# the next week\n2026-01-26T20:00:00+00:00 # Monday\n');
    const words = ['deadline', '--market', 'US', '--clock', 'pickup-by', '--file', file] as const;
    expect((await runPolicy(...words)).stdout).toBe(
      '2026-01-16T20:00:00.000Z  2026-01-24T07:59:59.000Z  us/pickup-by-phase-in\n2026-01-26T20:00:00.000Z  2026-01-29T07:59:59.000Z  us/pickup-by\n',
    );
    const { stdout } = await runPolicy(...words, '--json');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => z.object({ deadline: z.string() }).parse(JSON.parse(line)).deadline);
    expect(lines).toEqual(['2026-01-24T07:59:59.000Z', '2026-01-29T07:59:59.000Z']);
  });
});
