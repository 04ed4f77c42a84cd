import type { OrderSubject } from '../../shared/checks/check.ts';
import type { ToldMilestone } from '../../shared/domain/milestone.ts';
import { aSecondTrace } from '../support/a-second-trace.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrderInTransit, aParcel } from '../support/an-order.ts';
import { daysAgo, hoursAgo } from '../support/moments.ts';
import { moving, packed, scene, type Scene } from './order-scenes.ts';

/** Silent for so many hours, while the carrier's own trace has these scans. */
const compared = (silent: number, carrier: readonly number[]): OrderSubject => {
  const parcels = [aParcel()];
  const { order, ...rest } = moving(silent);
  return {
    ...rest,
    order: { ...order, parcels },
    second: [aSecondTrace(aParcel().number ?? '', carrier.map(hoursAgo))],
  };
};
const unscanned: OrderSubject = {
  ...packed(49),
  second: [aSecondTrace(aParcel().number ?? '', [], { state: 'not-found' })],
};
const asking = aSetting('GB', undefined, { secondOpinion: { source: '17track', dailyRegistrations: 1 } });
const unread: OrderSubject = {
  ...compared(73, []),
  second: [aSecondTrace(aParcel().number ?? '', [], { state: 'unreadable' })],
};

/** In transit for so many days, with these scans: days ago, and what each states. */
const traced = (days: number, told: readonly (readonly [ago: number, milestone: ToldMilestone])[]): OrderSubject =>
  subject(anOrderInTransit({ createdAt: daysAgo(days + 1), collectedAt: daysAgo(days), shipping: 'seller' }), {
    scans: told.map(([ago]) => daysAgo(ago)),
    milestones: told.map(([, milestone]) => milestone),
  });

/** What traces say, and what the carrier's own says beside them. */
export const traceScenes: Readonly<Record<string, Scene>> = {
  'milestone-missing': scene(
    'milestone-missing',
    'milestone-missing by',
    traced(12, [
      [12, 'picked-up'],
      [1, 'departed-origin-country'],
    ]),
    traced(12, [
      [12, 'picked-up'],
      [1, 'arrived-destination-country'],
    ]),
  ),
  'customs-hold': scene(
    'customs-hold',
    'customs-hold by',
    traced(4, [
      [4, 'picked-up'],
      [1, 'import-customs-held'],
    ]),
    traced(4, [
      [2, 'import-customs-held'],
      [1, 'import-customs-cleared'],
    ]),
  ),
  'delivery-exception': scene(
    'delivery-exception',
    'delivery-exception by',
    traced(4, [[1, 'returned-to-sender']]),
    traced(4, [
      [2, 'delivery-attempt-failed'],
      [1, 'out-for-delivery'],
    ]),
  ),
  'last-mile-unfollowed': scene(
    'last-mile',
    'last-mile-unfollowed by',
    traced(6, [[3, 'handed-to-last-mile']]),
    traced(6, [
      [3, 'handed-to-last-mile'],
      [1, 'out-for-delivery'],
    ]),
  ),
  'not-picked-up': scene('silence-cause', 'not-picked-up by article/pickup-by-gb', unscanned, packed(40), asking),
  'api-sync-failure': scene(
    'silence-cause',
    'api-sync-failure by article/trace-silent',
    compared(73, [73, 40]),
    compared(71, [71, 40]),
    asking,
  ),
  'carrier-stalled': scene(
    'silence-cause',
    'carrier-stalled by article/trace-silent',
    compared(73, [73]),
    compared(71, [71]),
    asking,
  ),
  'carrier-check-needed': scene(
    'silence-cause',
    'carrier-check-needed by article/trace-silent',
    unread,
    compared(71, [71]),
    asking,
  ),
};
