import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const entry = fileURLToPath(new URL('../../infra/cli/policy.ts', import.meta.url));

/** What somebody sees who types `npm run policy -- …`. */
export function runPolicy(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...words], (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
