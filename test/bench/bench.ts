import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backfillReport, missedByBackfill } from './backfill/backfill-report.ts';
import { measureBackfills } from './backfill/measure-backfill.ts';
import { bundleSweep } from './bundle.ts';
import type { SizeFigures } from './figures.ts';
import { fortnightReport, missedByFortnight } from './fortnight/fortnight-report.ts';
import { liveThroughFortnight } from './fortnight/fortnight.ts';
import { missedGoals } from './goals.ts';
import { judgingReport, missedByJudging } from './judging/judging-report.ts';
import { measureJudging } from './judging/measure-judging.ts';
import { measureClassifier } from './measure-classifier.ts';
import { measureSize } from './measure-size.ts';
import { renewCounts } from './renew-counts.ts';
import { measureReplay } from './replay/measure-replay.ts';
import { missedByReplay, replayReport } from './replay/replay-report.ts';
import { report } from './report.ts';
import { measureSecondOpinions } from './second/measure-second-opinions.ts';
import { missedBySecond, secondReport } from './second/second-report.ts';
import { sizes, type Size } from './sizes.ts';
import { measureStorm } from './storm/measure-storm.ts';
import { missedByStorm, stormReport } from './storm/storm-report.ts';

// What a sweep costs at three sizes of shop, against goals. `npm run bench -- 1000 10000` measures only these sizes;
// `--json` prints one document and nothing else on stdout;
// `--write-counts` renews what `tidewatch cost` counts with, and measures nothing else.

const { json, wanted, writeCounts } = readArguments();
const folder = mkdtempSync(join(tmpdir(), 'tidewatch-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const sweepFile = await bundleSweep(folder);
if (writeCounts) {
  await renewCounts(folder, sweepFile);
  process.exit(0);
}
const measured: SizeFigures[] = [];
for (const size of wanted) measured.push(await measureSize(size, { folder, sweepFile, progress }));
progress('backfills');
const backfills = await measureBackfills(folder, sweepFile);
progress('judging');
const judging = await measureJudging();
progress('classifying');
const classifier = measureClassifier();
progress('second opinions');
const second = await measureSecondOpinions();
progress('a fortnight');
const fortnight = await liveThroughFortnight(2_000);
progress('a replay');
const replay = await measureReplay();
progress('a storm of notifications');
const storm = await measureStorm();
clearProgress();
const all = [
  report(measured),
  backfillReport(backfills),
  judgingReport(judging),
  classifier.text,
  secondReport(second),
  fortnightReport(fortnight),
  replayReport(replay),
  stormReport(storm),
];
console.log(
  json
    ? JSON.stringify({
        sizes: measured,
        backfills,
        judging,
        classifier: classifier.figures,
        second,
        fortnight,
        replay,
        storm,
      })
    : all.join('\n\n'),
);
const missed = [
  ...missedGoals(measured),
  ...missedByBackfill(backfills),
  ...missedByJudging(judging),
  ...classifier.missed,
  ...missedBySecond(second),
  ...missedByFortnight(fortnight),
  ...missedByReplay(replay),
  ...missedByStorm(storm),
];
for (const line of missed) console.error(`goal missed: ${line}`);
process.exit(missed.length > 0 ? 1 : 0);

function readArguments(): { readonly json: boolean; readonly writeCounts: boolean; readonly wanted: readonly Size[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean' }, 'write-counts': { type: 'boolean' } },
      allowPositionals: true,
    });
    const unknown = positionals.find((word) => sizes.every(({ open }) => String(open) !== word));
    if (unknown !== undefined)
      throw new TypeError(`no such size: ${unknown}; use ${sizes.map((size) => size.open).join(', ')}`);
    const wanted = sizes.filter(({ open }) => positionals.length === 0 || positionals.includes(String(open)));
    return { json: values.json ?? false, writeCounts: values['write-counts'] ?? false, wanted };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`error: ${error.message}`);
    process.exit(2);
  }
}

function progress(doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${doing}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
