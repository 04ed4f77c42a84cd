import { readFileSync } from 'node:fs';
import { startStack } from '../../infra/local/stack.ts';
import type { StackOptions } from '../../infra/local/stack-options.ts';

// A runner to be killed: one of its functions is idle, the other one never comes back.
const stack = await startStack(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as StackOptions);
await stack.invoke('Worker', { do: 'something' });
await stack.invoke('OrderedWorker', { do: 'block forever' });
