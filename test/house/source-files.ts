import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** Relative to the repository, e.g. `shared/domain/time.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What people wrote: neither packages nor what tools put down. */
export function filesLike(...patterns: readonly string[]): readonly SourceFile[] {
  return globSync(patterns, { cwd: root, exclude: ['node_modules/**', 'cdk.out/**', '.tidewatch/**', 'coverage/**'] })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(`${root}${path}`).isFile())
    .toSorted()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));
}

export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return filesLike(...folders.map((folder) => `${folder}/**/*.ts`));
}

/** Every line that a pattern meets, as `path:line: text`, so that a red test reads like a to-do list. */
export function linesWith(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
}

/** The folders that become the product. */
export const product = ['functions', 'infra', 'shared'] as const;
