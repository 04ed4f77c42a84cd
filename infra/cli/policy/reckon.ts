import type { Market } from '../../../shared/domain/shop.ts';
import { iso, type Instant } from '../../../shared/domain/time.ts';
import { explainedLine } from '../../../shared/policies/line.ts';
import { marketZone } from '../../../shared/policies/market-zone.ts';
import {
  usualStart,
  type Circumstances,
  type ClauseInForce,
  type Clock,
  type Policy,
} from '../../../shared/policies/policy.ts';
import { dayMillis, wallMillis } from '../../../shared/policies/wall-days.ts';
import { dayText, stepText } from './step-text.ts';

/** A deadline and how one comes to it; `null` where no deadline is known. Times are ISO 8601 in UTC. */
export interface Reckoning {
  readonly clock: Clock;
  readonly market: Market;
  readonly start: string;
  readonly deadline: string | null;
  readonly pack: string | null;
  readonly clause: string | null;
  readonly source: string | null;
  readonly steps: readonly string[];
}

/** The line of a clock that started at `start`, whatever the clause in force counts from. */
export function reckon(policy: Policy, clock: Clock, of: Circumstances, start: Instant): Reckoning {
  const { market } = of;
  const found = policy.clause(clock, of, { at: () => start });
  const begun = `start: ${wallText(start, market)}`;
  if (!found) {
    const steps = [begun, `no clause for ${clock} in force in ${of.packs.join(', ')}: no deadline known`];
    return { clock, market, start: iso(start), deadline: null, pack: null, clause: null, source: null, steps };
  }
  const { line, steps } = explainedLine(found.clause.deadline, start, market);
  const end = line === undefined ? [] : [`deadline: ${wallText(line, market)}`];
  return {
    clock,
    market,
    start: iso(start),
    deadline: line === undefined ? null : iso(line),
    pack: found.source.pack,
    clause: found.clause.id,
    source: found.clause.source,
    steps: [begun, chosenText(found), ...steps.map(stepText), ...end],
  };
}

/** A reckoning for people: the deadline, then the way to it. */
export function reckoningText({ deadline, pack, clause, source, steps }: Reckoning): string {
  const known = deadline ?? 'no deadline known';
  const head = pack === null ? known : `${known}  ${pack}/${clause}`;
  return [head, ...steps.map((step) => `  ${step}`), ...(source === null ? [] : [`  source: ${source}`])].join('\n');
}

/** The same on one line, for many starts. */
export function reckoningLine({ start, deadline, pack, clause }: Reckoning): string {
  return [start, deadline ?? 'no deadline known', ...(pack === null ? [] : [`${pack}/${clause}`])].join('  ');
}

function chosenText({ source: { pack }, clause }: ClauseInForce): string {
  const { id, clock, starts, from, to, rule } = clause;
  const since = `counted from the ${(starts ?? usualStart[clock]).replace('-', ' ')}`;
  const dates = [from && `from ${from}`, to && `before ${to}`].filter(Boolean).join(' and ');
  return `${pack}/${id}, ${since}, in force for starts ${dates === '' ? 'at any time' : dates}: ${rule}`;
}

/** `Fri 2026-01-16 12:00:00 in America/Los_Angeles`. */
function wallText(at: Instant, market: Market): string {
  const zone = marketZone(market);
  const wall = wallMillis(at, zone);
  const time = new Date(wall).toISOString().slice(11, 19);
  return `${dayText(Math.floor(wall / dayMillis))} ${time} in ${zone}`;
}
