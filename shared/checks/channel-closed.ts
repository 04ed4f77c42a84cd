import { ok } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/** A channel that takes no messages is told of on the others: whoever reads only that one believes that all is well. */
export const channelClosed = {
  id: 'channel-closed',
  on: 'credential',
  stages: [{ id: 'channel-closed', severity: 'critical' }],
  inhibitedBy: [],
  judge({ kind, name, refusedSince, because }) {
    if (kind !== 'channel' || refusedSince === undefined) return ok;
    return {
      is: 'firing',
      stage: 'channel-closed',
      since: refusedSince,
      facts: { name, ...(because !== undefined && { because }) },
    };
  },
} as const satisfies Check<'credential'>;
