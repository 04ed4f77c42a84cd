import { execFile } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house/source-files.ts';
import type { Ended } from './runner.ts';

/** A folder in which npm finds this package's scripts, and in which a run disturbs nobody's `.tidewatch`. */
export function furnish(folder: string): void {
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const part of ['functions', 'infra', 'shared', 'node_modules']) {
    symlinkSync(join(root, part), join(folder, part), 'junction');
  }
}

/** `npm …` as people type it, in this folder. */
export function npm(folder: string, ...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const settings = { cwd: folder, maxBuffer: 100_000_000, shell: process.platform === 'win32' };
    const child = execFile('npm', [...words], settings, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}
