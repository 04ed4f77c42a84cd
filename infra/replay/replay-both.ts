import { Worker } from 'node:worker_threads';
import type { Instant } from '../../shared/domain/time.ts';
import { compareRuns, type Comparison } from './figures/compare-runs.ts';
import type { RunFigures } from './figures/run-figures.ts';
import type { ReplayTask, ReplayWord } from './replay-task.ts';
import { noChanges, type RuleChanges } from './rule-set.ts';

export interface ReplayBoth extends Omit<ReplayTask, 'changes'> {
  /** Left out: the rules in force alone are replayed, and compared with themselves. */
  readonly changes?: RuleChanges;
  /** Ends both threads; what they had found is lost. */
  readonly stop: AbortSignal;
  /** Up to which hour both are through. */
  readonly reached: (at: Instant) => void;
}

/** The rules in force and the changed ones over the same time, each in a thread. Throws what a thread throws. */
export async function replayBoth({ source, time, changes, stop, reached }: ReplayBoth): Promise<Comparison> {
  const sets = changes ? [noChanges, changes] : [noChanges];
  const places = sets.map(() => time.from);
  // What ends one of them ends both: nobody would wait for the other.
  const failed = new AbortController();
  const ended = AbortSignal.any([stop, failed.signal]);
  const [before, after = before] = await Promise.all(
    sets.map(async (set, place) => {
      try {
        return await runThread({ source, time, changes: set }, ended, (at) => {
          places[place] = at;
          reached(Math.min(...places) as Instant);
        });
      } catch (error) {
        failed.abort();
        throw error;
      }
    }),
  );
  if (!before || !after) throw new Error('a thread ended without figures');
  return compareRuns(before, after);
}

function runThread(task: ReplayTask, stop: AbortSignal, reached: (at: Instant) => void): Promise<RunFigures> {
  const thread = new Worker(new URL('replay-thread.ts', import.meta.url), { workerData: task });
  const end = (): void => void thread.terminate();
  stop.addEventListener('abort', end, { once: true });
  return new Promise<RunFigures>((resolve, reject) => {
    thread.on('message', (word: ReplayWord) => {
      if (word.is === 'reached') reached(word.at);
      else resolve(word.figures);
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`a thread of the replay ended with ${code}`)));
  }).finally(() => stop.removeEventListener('abort', end));
}
