import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type KeeperOrder =
  | { readonly do: 'keep' | 'forget'; readonly pid: number }
  | { readonly do: 'run'; readonly command: string; readonly args: readonly string[] };

/** `output` is the last of what the command has written so far. */
export type KeeperNews = { readonly is: 'output' | 'ended'; readonly pid: number | undefined; readonly output: string };

/** Sees to it that no child process outlives the runner, however the runner ends. */
export interface Keeper {
  /** Runs a long-lived command; resolves once its output matches. Throws its output when it ends before. */
  run(command: string, args: readonly string[], ready: RegExp): Promise<RunningCommand>;
  keep(pid: number): void;
  forget(pid: number): void;
  /** Kills whatever is still kept. */
  stop(): Promise<void>;
}

export interface RunningCommand {
  readonly pid: number;
  /** What matched. */
  readonly match: RegExpMatchArray;
}

export function startKeeper(): Keeper {
  const child = fork(fileURLToPath(new URL('keeper-process.ts', import.meta.url)), {
    // Its own session, so that Ctrl-C in a terminal reaches the runner alone and the order of stopping stays ours.
    detached: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  return {
    run: (command, args, ready) => runCommand(child, { do: 'run', command, args }, ready),
    keep: (pid) => send(child, { do: 'keep', pid }),
    forget: (pid) => send(child, { do: 'forget', pid }),
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function runCommand(child: ChildProcess, order: KeeperOrder, ready: RegExp): Promise<RunningCommand> {
  return new Promise((resolve, reject) => {
    child.on('message', listen);
    child.once('exit', fail);
    send(child, order);

    function listen({ is, pid, output }: KeeperNews): void {
      const match = output.match(ready);
      if (is === 'output' && match === null) return;
      child.off('message', listen).off('exit', fail);
      if (is === 'output' && match !== null && pid !== undefined) resolve({ pid, match });
      else reject(new Error(`A service did not start: ${output.trim()}`));
    }

    function fail(): void {
      reject(new Error('The keeper of child processes ended before a service had started'));
    }
  });
}

function send(child: ChildProcess, order: KeeperOrder): void {
  if (child.connected) child.send(order);
}
