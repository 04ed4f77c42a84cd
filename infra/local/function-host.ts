import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HostNews, HostOrder, InvocationError } from './function-process.ts';

// The inside of a function's own process: what the Lambda runtime is on AWS.
// The channel breaks when the runner is gone, and then nobody waits for an answer any more.
process.on('disconnect', () => process.exit(1));

type Handler = (event: unknown, context: unknown) => unknown;

const [folder = '', handlerName = ''] = process.argv.slice(2);

try {
  const handler = await load();
  process.on('message', (order: HostOrder) => void answer(handler, order));
  tell({ is: 'ready' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.send?.({ is: 'unusable', error: describe(error) } satisfies HostNews, () => process.exit(1));
}

async function load(): Promise<Handler> {
  const [file = '', name = ''] = handlerName.split('.');
  const bundle = readdirSync(folder).find((candidate) => new RegExp(`^${file}\\.(mjs|js|cjs)$`).test(candidate));
  if (bundle === undefined) throw new Error(`Cannot find module '${file}'`);
  const module = (await import(pathToFileURL(join(folder, bundle)).href)) as Record<string, unknown>;
  const handler = module[name];
  if (typeof handler !== 'function') throw new Error(`${handlerName} is undefined or not exported`);
  return handler as Handler;
}

async function answer(handler: Handler, { event, deadline, context }: HostOrder): Promise<void> {
  try {
    const result = await handler(JSON.parse(event), {
      ...context,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    });
    tell({ is: 'answered', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    tell({ is: 'failed', error: describe(error) });
  }
}

function describe(error: unknown): InvocationError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function tell(news: HostNews): void {
  process.send?.(news);
}
