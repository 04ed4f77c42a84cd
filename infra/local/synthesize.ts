import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Settings = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * Runs the CDK app in a child process, with the context that the CDK command line would give it, and answers the
 * folder of the cloud assembly. Throws what the app wrote when it fails, an AbortError when told to stop.
 */
export async function synthesize(
  folder: string,
  app: string = join(root, 'infra', 'app.ts'),
  stop?: AbortSignal,
): Promise<string> {
  const { context } = Settings.parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', app], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(stop && { signal: stop }),
  });
  const [output, errors, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (status !== 0) throw new Error(`${app} was not synthesized (exit status ${status}):\n${errors}${output}`.trim());
  return folder;
}
