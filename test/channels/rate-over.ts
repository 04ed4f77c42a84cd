import type { NoticeLine } from '../../shared/domain/notice.ts';
import { hoursAgo } from '../support/moments.ts';

/** It rests on a limit of a pack and has no deadline. */
export const rateOver: NoticeLine = {
  transition: 'opened',
  check: 'confirm-rate',
  stage: 'confirm-late-rate',
  severity: 'breach',
  subject: { kind: 'shop', id: '7495510238846614801' },
  since: hoursAgo(2),
  facts: {
    pack: 'article',
    clause: 'confirm-late-rate',
    late: 6,
    orders: 100,
    open: 3,
    left: 0,
    rate: 0.06,
    limit: 0.05,
    days: 7,
  },
};
