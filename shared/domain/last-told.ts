import type { Milestone } from './milestone.ts';
import type { Trace } from './order.ts';
import type { Instant } from './time.ts';

export interface Told {
  readonly milestone: Milestone;
  readonly at: Instant;
  /** A newer scan says something that nobody understands: it may be the end of what this one tells. */
  readonly doubtful: boolean;
}

/** The newest scan that says where the parcel is; mere messages are passed over. */
export function lastTold({ scans, milestones }: Trace): Told | undefined {
  if (!milestones) return undefined;
  let doubtful = false;
  for (let place = scans.length - 1; place >= 0; place -= 1) {
    const milestone = milestones[place];
    const at = scans[place];
    if (milestone === 'unrecognised') doubtful = true;
    if (milestone === undefined || milestone === 'unrecognised' || milestone === 'information-only') continue;
    return at === undefined ? undefined : { milestone, at, doubtful };
  }
  return undefined;
}
