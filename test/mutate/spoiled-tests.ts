import { join } from 'node:path';
import { createVitest, type TestRunResult } from 'vitest/node';
import type { WorkCopy } from './work-copy.ts';

/** The tests of a work copy, kept warm so that a run after a changed file takes a fraction of a second. */
export interface SpoiledTests {
  /** Whether every test is green with this text in the place of the file's own. Stops at the first red one. */
  staysGreen(file: string, text: string): Promise<boolean>;
  isGreen(): Promise<boolean>;
  close(): Promise<void>;
}

export async function openSpoiledTests(copy: WorkCopy, folders: readonly string[]): Promise<SpoiledTests> {
  const vitest = await createVitest(
    {
      root: copy.folder,
      config: join(copy.folder, 'vitest.config.ts'),
      watch: false,
      bail: 1,
      pool: 'threads',
      // One worker that loads everything once a run: starting a worker per file would take most of the time.
      maxWorkers: 1,
      isolate: false,
      reporters: [{}],
    },
    // Packages are shared with the repository, what is remembered between runs is not.
    { cacheDir: join(copy.folder, '.vite') },
  );
  await vitest.standalone();
  const found = await vitest.globTestSpecifications(folders.map((folder) => `${folder}/`));
  // What a law catches by chance it may miss the next time; a row of a table catches it always.
  const tests = found.filter(({ moduleId }) => !moduleId.endsWith('laws.test.ts'));
  if (tests.length === 0) throw new Error(`no tests in ${folders.join(', ')}`);

  async function isGreen(): Promise<boolean> {
    return passed(await vitest.runTestSpecifications(tests, false));
  }

  function put(file: string, text: string): void {
    copy.write(file, text);
    vitest.invalidateFile(join(copy.folder, file));
  }

  return {
    isGreen,
    async staysGreen(file, text) {
      const own = copy.read(file);
      put(file, text);
      try {
        return await isGreen();
      } finally {
        put(file, own);
      }
    },
    close: () => vitest.close(),
  };
}

function passed({ testModules, unhandledErrors }: TestRunResult): boolean {
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}
