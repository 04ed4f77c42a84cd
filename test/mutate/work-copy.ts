import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A second tree to spoil: whatever happens to it, the repository's own files are never written. */
export interface WorkCopy {
  readonly folder: string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(): void;
}

export function makeWorkCopy(root: string): WorkCopy {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tidewatch-mutate-'));
  for (const name of ['functions', 'infra', 'shared', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => writeFileSync(join(folder, file), text),
    // The link goes, not what it leads to.
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
