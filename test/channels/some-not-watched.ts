import type { Unwatched } from '../../shared/domain/notice.ts';

export const someNotWatched: Unwatched = {
  checks: [
    { check: 'deliver-by', stage: 'delivery-late-counted', kind: 'order', because: 'no-deadline-known', count: 412 },
    { check: 'trace-silent', stage: 'tracking-stale', kind: 'order', because: 'never-scanned', count: 1 },
    {
      check: 'credential-expiry',
      stage: 'credential-expired',
      kind: 'credential',
      because: 'issue-date-missing',
      count: 1,
    },
    { check: 'feed-lagging', stage: 'feed-silent', kind: 'shop', because: 'needs-scores', count: 1 },
  ],
  rules: [{ needs: 'learned-lanes', rules: ['pickup-predicted-late', 'stale-predicted', 'delivery-predicted-late'] }],
};
