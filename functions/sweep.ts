import { systemClock } from '../shared/adapters/clock.ts';
import { parseSweepRequest } from '../shared/adapters/queue-messages.ts';
import { after, before, seconds } from '../shared/domain/time.ts';
import { sweep, type SweepOutcome } from '../shared/jobs/sweep.ts';
import type { SweepRequest } from '../shared/ports/messaging.ts';
import { onQueue } from './runtime/on-queue.ts';
import { sweepFigures } from './runtime/sweep-figures.ts';
import { openSweepPorts, type LastingSweepPorts } from './runtime/sweep-ports.ts';
import type { Call } from './runtime/work.ts';

/** Enough to finish the page in hand (a call that hangs takes 10 s), write, and hand on what is left. */
const reserve = seconds(60);

/** Called by the FIFO queue of sweeps, one shop at a time. */
export const handler = onQueue({
  name: 'sweep',
  read: parseSweepRequest,
  build: openSweepPorts,
  run,
  done: 'Shop swept',
  measure: sweepFigures,
});

/** For every message. */
function run(request: SweepRequest, ports: LastingSweepPorts, call: Call): Promise<SweepOutcome> {
  const until = before(after(systemClock.wall(), call.remaining()), reserve);
  return sweep(request, { ...ports, holder: call.id, until });
}
