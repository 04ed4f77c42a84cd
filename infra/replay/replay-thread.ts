import { parentPort, workerData } from 'node:worker_threads';
import type { Instant } from '../../shared/domain/time.ts';
import { replayRun } from './replay-run.ts';
import { openHistory, type ReplayTask, type ReplayWord } from './replay-task.ts';

// One set of rules, replayed in a thread of its own: started with its task, it says how far it is and what came of it.

const { source, changes, time } = workerData as ReplayTask;
const figures = await replayRun({ ...openHistory(source), changes, time }, (at: Instant) => say({ is: 'reached', at }));
say({ is: 'done', figures });

function say(word: ReplayWord): void {
  parentPort?.postMessage(word, []);
}
