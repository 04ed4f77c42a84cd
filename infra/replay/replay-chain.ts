import { after, hours, iso, type Instant } from '../../shared/domain/time.ts';
import { remediate } from '../../shared/jobs/remediate.ts';
import { sweep } from '../../shared/jobs/sweep.ts';
import type { ReplayPorts } from './open-ports.ts';

/** From one sweep to the next, as the schedule has it. */
const everyHour = hours(1);

/** The hours of a replay, both ends included. */
export interface ReplayedTime {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The sweeps of a shop, one for each hour, by the same jobs as the live ones: each with the remedies it asked for, so
 * that what was asked for is known to the next. Answers when each is over. Throws where a sweep did not get through.
 */
export async function* replayChain(ports: ReplayPorts, { from, until }: ReplayedTime): AsyncGenerator<Instant> {
  for (let now = from; now <= until; now = after(now, everyHour)) {
    ports.clock.now = now;
    const [shop = ''] = await ports.sweep.shops.list();
    const { state } = await sweep({ v: 1, kind: 'sweep', shop, run: iso(now), step: 0, now }, ports.sweep);
    if (state !== 'done') throw new Error(`the sweep of ${iso(now)} ended as ${state}`);
    for (const request of ports.asked.splice(0)) await remediate(request, ports.remediate);
    letGo(ports, now);
    yield now;
  }
}

/** What no later sweep asks for, so that a year takes no more memory than a season. */
function letGo({ book, cases, lists, watches }: ReplayPorts, now: Instant): void {
  lists.keepOnly(new Set(Object.values(watches.current?.held ?? {}).map(({ list }) => list)));
  cases.forget(now);
  book.forget(now);
}
