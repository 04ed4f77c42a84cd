import { globSync } from 'node:fs';
import { join } from 'node:path';
import { accepted } from './accepted.ts';
import { applyMutant, findMutants, type Mutant } from './find-mutants.ts';
import { openSpoiledTests, type SpoiledTests } from './spoiled-tests.ts';
import { makeWorkCopy, type WorkCopy } from './work-copy.ts';

// Inverts every comparison of the checks and the deadlines, one at a time, in a copy of the sources: each must turn a
// test red. `npm run mutate -- confirm-by` looks only at files whose path holds these words.

const decisions = [
  'shared/checks/*.ts',
  'shared/domain/{align-traces,compare-traces,credential,incident,known-acts,last-told,order,reconcile,remedy-case,risk,time,unusual}.ts',
  'shared/lanes/*.ts',
  'shared/totals/*.ts',
  'shared/policies/{at-risk,create-policy,day-count,free-days,holidays,last-call,line,market-zone,registry,wall-days}.ts',
];
// A list, not a decision.
const left = ['shared/checks/registry.ts'];
const tests = ['test/checks', 'test/domain', 'test/policies', 'test/totals'];

const fates = ['red', 'accepted', 'survived'] as const;

interface Tried {
  readonly mutant: Mutant;
  readonly fate: (typeof fates)[number];
}

const root = join(import.meta.dirname, '../..');
const copy = makeWorkCopy(root);
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    copy.remove();
    process.exit(status);
  });
}

let status = 1;
try {
  status = await main(process.argv.slice(2), copy);
} finally {
  copy.remove();
}
// The test runner counts every red test as a failure of the process; here red is what is wanted.
process.exit(status);

async function main(words: readonly string[], of: WorkCopy): Promise<number> {
  const files = globSync(decisions, { cwd: of.folder, exclude: left })
    .filter((file) => words.every((word) => file.includes(word)))
    .toSorted();
  const mutants = files.flatMap((file) => findMutants(file, of.read(file)));
  if (mutants.length === 0) {
    console.error('mutate: nothing to invert in these files');
    return 1;
  }
  const spoiled = await openSpoiledTests(of, tests);
  if (!(await spoiled.isGreen())) {
    console.error(`mutate: the tests in ${tests.join(', ')} are red before anything is inverted`);
    return 1;
  }
  console.log(`${mutants.length} decisions in ${files.length} files, each turned round alone …`);
  const tried: Tried[] = [];
  for (const mutant of mutants) tried.push({ mutant, fate: await fateOf(mutant, of, spoiled) });
  await spoiled.close();
  return report(files, tried);
}

async function fateOf(mutant: Mutant, of: WorkCopy, spoiled: SpoiledTests): Promise<Tried['fate']> {
  const green = await spoiled.staysGreen(mutant.file, applyMutant(of.read(mutant.file), mutant));
  const fate = !green ? 'red' : isAccepted(mutant) ? 'accepted' : 'survived';
  if (fate === 'survived') console.log(`survived  ${mutant.file}:${mutant.line}  ${mutant.change}`);
  return fate;
}

function isAccepted({ file, change }: Mutant): boolean {
  return accepted.some((entry) => entry.file === file && entry.change === change);
}

/** Prints the table; answers the exit status. An accepted mutant that is caught, or gone, is as wrong as a survivor. */
function report(files: readonly string[], tried: readonly Tried[]): number {
  console.log(row(['file', 'inverted', ...fates]));
  for (const file of files) console.log(row([file, ...counts(tried.filter(({ mutant }) => mutant.file === file))]));
  console.log(row(['all', ...counts(tried)]));
  const stale = accepted.filter(
    ({ file, change }) =>
      files.includes(file) &&
      !tried.some(({ mutant, fate }) => fate === 'accepted' && mutant.file === file && mutant.change === change),
  );
  for (const { file, change } of stale) console.log(`accepted, but no survivor: ${file}  ${change}`);
  return tried.some(({ fate }) => fate === 'survived') || stale.length > 0 ? 1 : 0;
}

function counts(tried: readonly Tried[]): readonly number[] {
  return [tried.length, ...fates.map((fate) => tried.filter((one) => one.fate === fate).length)];
}

function row([name = '', ...figures]: readonly (string | number)[]): string {
  return `${name}`.padEnd(36) + figures.map((figure) => `${figure}`.padStart(10)).join('');
}
