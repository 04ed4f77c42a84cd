import { spawn } from 'node:child_process';
import type { KeeperNews, KeeperOrder } from './keeper.ts';

// Outlives the runner by an instant, to end what the runner started: a runner killed with SIGKILL cannot.
// It notices through the broken IPC channel, which no signal can prevent.
const kept = new Set<number>();

process.on('message', (order: KeeperOrder) => {
  switch (order.do) {
    case 'keep':
      kept.add(order.pid);
      break;
    case 'forget':
      kept.delete(order.pid);
      break;
    case 'run':
      run(order);
      break;
  }
});

process.on('disconnect', () => {
  for (const pid of kept) kill(pid);
  process.exit(0);
});

function run({ command, args }: Extract<KeeperOrder, { do: 'run' }>): void {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  const { pid } = child;
  if (pid !== undefined) kept.add(pid);
  child.on('error', (error) => tell({ is: 'ended', pid, output: error.message }));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
      tell({ is: 'output', pid, output });
    });
  }
  child.on('exit', () => {
    if (pid !== undefined) kept.delete(pid);
    tell({ is: 'ended', pid, output });
  });
}

function tell(news: KeeperNews): void {
  if (process.connected) process.send?.(news);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile, which is all that was wanted.
  }
}
