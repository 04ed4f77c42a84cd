import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DynamoScores } from '../../shared/adapters/dynamo/scores.ts';
import { putShop } from '../../shared/adapters/dynamo/shops.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Order } from '../../shared/domain/order.ts';
import { readCsv } from '../channels/read-csv.ts';
import { workFolder, type Ended } from '../end-to-end/runner.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { aShop } from '../support/a-shop.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder, anOrderInTransit } from '../support/an-order.ts';
import { at } from '../support/moments.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const shop = aShop();
const order = '578230114599817301';
const urgent = '578230114599817302';
const sent = '578230114599817303';
const folder = workFolder();
const nowhere = workFolder();
let stack: RunningStack;

beforeAll(async () => {
  stack = await aRunningStack(folder.path, [
    watched(
      anOrder({ id: order, carrier: '=cmd|x' }),
      ['eu-qr-label', 'eu-qr-label-open'],
      ['confirm-by', 'confirm-overdue'],
      ['battery', 'battery-flag-missing'],
      ['pick-start', 'pick-start-slow'],
    ),
    watched(anOrder({ id: urgent, platform: { rts_sla_time: at('2026-01-16T08:00:00Z') } }), [
      'label-origin',
      'label-not-platform',
    ]),
    watched(anOrderInTransit({ id: sent }), ['eu-qr-label', 'eu-qr-label-missing']),
    aWatchedOrder({
      order: anOrder({ id: '4' }),
      findings: [aResolvedFinding({ check: 'eu-qr-label', stage: 'eu-qr-label-open' })],
    }),
  ]);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
  nowhere.remove();
});

function watched(of: Order, ...found: readonly (readonly [check: string, stage: string])[]) {
  const findings = found.map(([check, stage]): Finding => aFinding({ check, stage }));
  return aWatchedOrder({ order: of, findings });
}

function tidewatch(words: readonly string[], cwd = folder.path): Promise<Ended> {
  return runTidewatch(cwd, ...words);
}

function file(name: string, ...lines: readonly string[]): string {
  writeFileSync(join(folder.path, name), `\uFEFF${lines.join('\r\n')}\r\n`);
  return name;
}

describe('tidewatch checklist', () => {
  it('lists what is to be attested of orders in the house, the most urgent first', async () => {
    const { status, stdout, stderr } = await tidewatch(['checklist', '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      shop: shop.id,
      rows: [
        { order: urgent, kind: 'label', finding: 'label-not-platform', due: '2026-01-16T08:00:00.000Z' },
        { order, kind: 'qr-label', finding: 'eu-qr-label-open', carrier: '=cmd|x' },
        { order, kind: 'battery', finding: 'battery-flag-missing', carrier: '=cmd|x' },
        { order, kind: 'pick-start', finding: 'pick-start-slow', carrier: '=cmd|x' },
      ],
    });
  });

  it('is a table on the terminal', async () => {
    const { status, stdout } = await tidewatch(['checklist', '--shop', shop.id]);
    expect(status).toBe(0);
    expect(stdout.indexOf(urgent)).toBeLessThan(stdout.indexOf(order));
    expect(stdout).toContain('declared or none');
    expect(stdout).toContain('a time with its zone');
    expect(stdout).not.toContain(sent);
  });

  it('as CSV is safe to open, and is read back when its value column is filled in', async () => {
    const { stdout } = await tidewatch(['checklist', '--csv']);
    const [head = [], ...rows] = readCsv(stdout);
    expect(head.slice(0, 3)).toEqual(['order', 'kind', 'value']);
    expect(rows.map((row) => row.at(-1))).toEqual(['', "'=cmd|x", "'=cmd|x", "'=cmd|x"]);
    writeFileSync(join(folder.path, 'filled.csv'), stdout.replace('qr-label,,', 'qr-label,attached,'));
    const { status, stdout: report } = await tidewatch(['import', 'attestations', 'filled.csv']);
    expect({ status, report }).toEqual({
      status: 0,
      report: `Imported 1 line for shop ${shop.id}.\nLeft out 3 lines without a value.\n`,
    });
    expect(await stack.deedsOf(order)).toEqual({ qrLabel: 'attached' });
  });
});

describe('tidewatch import attestations', () => {
  const name = file(
    'attested.csv',
    'order,kind,value,at,by',
    `${urgent},label,platform,2026-01-14T08:00:00Z,Li Wei`,
    '5.78E+17,label,platform',
    '578230114599817000,label,platform',
    '578230114599817999,battery,none',
    `${urgent},declared-name,maybe`,
  );

  it('writes nothing in a dry run, and says what it would', async () => {
    const { status, stdout } = await tidewatch(['import', 'attestations', name, '--dry-run', '--json']);
    const report = z.object({ dryRun: z.boolean(), imported: z.number() }).parse(JSON.parse(stdout));
    expect({ status, ...report }).toEqual({ status: 1, dryRun: true, imported: 2 });
    expect(await stack.deedsOf(urgent)).toBeUndefined();
  });

  it('takes the good lines and names every bad one', async () => {
    const { status, stdout, stderr } = await tidewatch(['import', 'attestations', name]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      `Imported 2 lines for shop ${shop.id}.`,
      'Not under watch (yet): 578230114599817999.',
      'Refused 3 lines:',
      expect.stringMatching(/^ {2}line 3, order: "5\.78E\+17" is an id that a spreadsheet has shortened/),
      expect.stringMatching(/^ {2}line 4, order: "578230114599817000" is not under watch and ends in zeros/),
      expect.stringMatching(/^ {2}line 6, value: "maybe" does not fit declared-name: write matches or differs/),
      '',
    ]);
    expect(await stack.deedsOf(urgent)).toEqual({ label: 'platform' });
    expect(await stack.deedsOf('578230114599817999')).toEqual({ battery: 'none' });
  });

  it('does not undo what was written down later', async () => {
    const old = file('old.csv', 'order,kind,value,at', `${urgent},label,other,2026-01-13T08:00:00Z`);
    const { status, stdout } = await tidewatch(['import', 'attestations', old]);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `Imported 0 lines for shop ${shop.id}.\nLeft out 1 line older than what is known already.\n`,
    });
    expect(await stack.deedsOf(urgent)).toEqual({ label: 'platform' });
  });
});

describe('tidewatch import scores', () => {
  it('takes both figures by the names people use, and one a day', async () => {
    const name = file('scores.csv', 'date,metric,value', '2026-01-12,lts,80', '2026-01-12,lts,81', '2026-01-12,luck,7');
    const { status, stdout } = await tidewatch(['import', 'scores', name, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      shop: shop.id,
      dryRun: false,
      imported: 2,
      refused: [{ line: 4, field: 'metric', problem: expect.stringContaining('"luck" is none of') }],
    });
    const stored = await new DynamoScores(stack.table).list(shop.id);
    expect(stored).toEqual([{ metric: 'logistics-score', at: at('2026-01-12T00:00:00Z'), value: 81 }]);
  });
});

describe('tidewatch', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    [
      'a shop nobody watches',
      ['checklist', '--shop', 'another'],
      2,
      /no shop another is watched here; watched are 7495/,
    ],
    [
      'a backfill of such a shop',
      ['backfill', '--shop', 'another', '--from', '2026-08-01T00:00:00Z', '--to', '2026-09-01T00:00:00Z'],
      2,
      /no shop another is watched here; watched are 7495/,
    ],
    ['a file that is not there', ['import', 'scores', 'none.csv'], 2, /cannot be read \(ENOENT\)/],
    ['a file without its header', ['import', 'scores', file('bare.csv', '1,2,3')], 2, /the header has no column date/],
    ['an import of nothing', ['import'], 2, /say what to import: attestations, scores or traces/],
    ['an import of something else', ['import', 'fees', 'f.csv'], 2, /say what to import: attestations/],
    ['a command that does not exist', ['chek'], 2, /unknown command 'chek'/],
    ['an option that does not exist', ['checklist', '--speed'], 2, /unknown option '--speed'/],
  ])('says in one line what is wrong with %s', async (_, words, status, says) => {
    const ended = await tidewatch(words);
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status, stdout: '' });
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr.match(/\n/g)).toHaveLength(1);
  });

  it('says so when nothing runs here', async () => {
    const { status, stderr } = await tidewatch(['checklist'], nowhere.path);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'tidewatch: nothing is running here: start it with npm start, in another terminal, or name a deployed stack with --stage\n',
    });
  });

  it('asks which shop is meant as soon as there are two', async () => {
    const second = 'z-shop';
    await putShop(stack.table, aShop({ id: second }));
    const { status, stderr } = await tidewatch(['checklist']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `tidewatch: say which shop with --shop: ${shop.id}, ${second}\n`,
    });
    const named = await tidewatch(['checklist', '--shop', second]);
    expect(named.stdout).toBe(
      `Nothing is to be attested before hand-over. The shop's "attests" names nothing, so labels and declarations go unwatched.\n`,
    );
  });
});
