import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Mistyped } from './open-world.ts';

/** Makes the folder that `--data` names, where there is none yet. Throws Mistyped when nothing can be written there. */
export function openDataFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    rmdirSync(mkdtempSync(join(folder, '.tidewatch-')));
  } catch (error) {
    // Recovery: the person names another folder.
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Mistyped(`--data ${folder}: nothing can be written there (${String(error.code)})`, { cause: error });
  }
}

/** Level by level: Node's recursive mkdir never comes back from a file system that takes no folders, as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
