import { hours } from '../../shared/domain/time.ts';
import { aNoticeLine, noCounts } from '../support/a-notice.ts';
import { hoursAgo, hoursFromNow } from '../support/moments.ts';

/** What somebody hears who is told late, after a night without notices. */
export const aMorning = {
  counts: { ...noCounts, opened: 1, reopened: 1, resolved: 1, breach: 2, warning: 3 },
  lines: [
    aNoticeLine(),
    aNoticeLine({
      transition: 'reopened',
      comesAndGoes: true,
      check: 'trace-silent',
      stage: 'trace-gap-48',
      carrier: 'Royal Mail',
      since: hoursAgo(4),
      deadline: { at: hoursFromNow(20), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } },
    }),
    aNoticeLine({ transition: 'resolved', resolvedBecause: 'condition-cleared' }),
  ],
  heldSince: hoursAgo(10),
  unattended: hours(6),
};
