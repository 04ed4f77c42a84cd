import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runPolicy } from './run-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-policy-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is typed wrong ends with status 2 and one clear line', () => {
  const bad = join(folder, 'bad.txt');
  writeFileSync(bad, '2026-01-16T20:00:00Z\ntomorrow\n');
  const deadline = ['deadline', '--market', 'US', '--clock', 'pickup-by'] as const;
  const rows: [string, readonly string[], RegExp][] = [
    [
      'a market nobody knows',
      ['--market', 'UK'],
      /--market.*'UK' is invalid\. The United Kingdom is GB\. Known markets: BR, .*GB/,
    ],
    ['a day that is not in the calendar', ['--on', '2026-02-30'], /--on.*Give a date, e\.g\. 2026-07-01/],
    ['a pack nobody knows', ['--packs', 'us,uk'], /--packs.*Known packs: article, us, gb, eu, sea/],
    ['one day to compare', ['--diff', '2026-06-17'], /--diff takes two days/],
    ['three days to compare', ['--diff', '2026-06-17', '2026-06-18', '2026-06-19'], /--diff takes two days/],
    ['a day and two to compare', ['--on', '2026-06-17', '--diff', '2026-06-17', '2026-06-18'], /no --on/],
    ['an option that does not exist', ['--marke', 'GB'], /unknown option '--marke'/],
    ['a command that does not exist', ['deadlines'], /too many arguments|unknown command/],
    [
      'no market',
      ['deadline', '--clock', 'pickup-by', '--start', '2026-01-16T20:00:00Z'],
      /'--market <code>' not specified/,
    ],
    [
      'a clock nobody knows',
      ['deadline', '--market', 'US', '--clock', 'pickup', '--start', '2026-01-16T20:00:00Z'],
      /Allowed choices are confirm-by, pick-start-by, pickup-by/,
    ],
    ['a time without its zone', [...deadline, '--start', '2026-01-16T20:00:00'], /--start.*time with its zone/],
    ['neither a start nor a file', deadline, /give either --start or --file/],
    ['both', [...deadline, '--start', '2026-01-16T20:00:00Z', '--file', bad], /Line 2|give either/],
    ['a file that is not there', [...deadline, '--file', join(folder, 'nowhere')], /--file.*cannot be read \(ENOENT\)/],
    ['a line of the file that is no time', [...deadline, '--file', bad], /--file.*Line 2: Give a time/],
  ];
  it.each(rows)('%s', async (_, words, says) => {
    const { status, stdout, stderr } = await runPolicy(...words);
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(says);
  });
});
