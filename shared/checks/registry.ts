import type { Order } from '../domain/order.ts';
import type { SubjectKind } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { address } from './address.ts';
import { autoCancel } from './auto-cancel.ts';
import { battery } from './battery.ts';
import { cancelRequest } from './cancel-request.ts';
import { carrierApproved } from './carrier-approved.ts';
import { channelClosed } from './channel-closed.ts';
import { claim } from './claim.ts';
import { confirmBy } from './confirm-by.ts';
import { confirmRate } from './confirm-rate.ts';
import { credentialExpiry } from './credential-expiry.ts';
import { customsHold } from './customs-hold.ts';
import { declaredName } from './declared-name.ts';
import { deliverBy } from './deliver-by.ts';
import { deliveryException } from './delivery-exception.ts';
import { lastMile } from './last-mile.ts';
import { milestoneMissing } from './milestone-missing.ts';
import { deliveryRate } from './delivery-rate.ts';
import { dispatchKpi } from './dispatch-kpi.ts';
import { euQrLabel } from './eu-qr-label.ts';
import { fastDispatch } from './fast-dispatch.ts';
import { incident } from './incident.ts';
import { feedLagging } from './feed-lagging.ts';
import { firstFeedback } from './first-feedback.ts';
import { labelOrigin } from './label-origin.ts';
import { logisticsScore } from './logistics-score.ts';
import { numberEdit } from './number-edit.ts';
import { orderSync } from './order-sync.ts';
import { pickStart } from './pick-start.ts';
import { pickupBy } from './pickup-by.ts';
import { pickupCutoff } from './pickup-cutoff.ts';
import { pickupLane } from './pickup-lane.ts';
import { policyDrift } from './policy-drift.ts';
import { secondSource } from './second-source.ts';
import { silenceCause } from './silence-cause.ts';
import { remedyOverdue } from './remedy-overdue.ts';
import { supplementPending } from './supplement-pending.ts';
import { traceCompleteness } from './trace-completeness.ts';
import { traceFeed } from './trace-feed.ts';
import { traceSilent } from './trace-silent.ts';
import { trackingNumber } from './tracking-number.ts';
import { watchGap } from './watch-gap.ts';

/** Every check there is, by what it judges. The order here is the order in tables. */
export const checks: { readonly [Kind in SubjectKind]: readonly Check<Kind>[] } = {
  order: [
    confirmBy,
    pickupBy,
    firstFeedback,
    pickupCutoff,
    fastDispatch,
    autoCancel,
    labelOrigin,
    carrierApproved,
    address,
    battery,
    declaredName,
    euQrLabel,
    pickStart,
    numberEdit,
    trackingNumber,
    traceSilent,
    silenceCause,
    milestoneMissing,
    customsHold,
    deliveryException,
    lastMile,
    supplementPending,
    remedyOverdue,
    claim,
    deliverBy,
    cancelRequest,
  ],
  credential: [credentialExpiry, channelClosed],
  shop: [
    feedLagging,
    traceFeed,
    secondSource,
    watchGap,
    orderSync,
    confirmRate,
    deliveryRate,
    dispatchKpi,
    logisticsScore,
    traceCompleteness,
    pickupLane,
    policyDrift,
  ],
  incident: [incident],
};

const onOrders: readonly Check<'order'>[] = checks.order;
const byStatus = new Map<Order['status'], readonly Check<'order'>[]>();

/** The checks that can say anything but `ok` of an order in this state, in the order of the registry. */
export function checksDuring(status: Order['status']): readonly Check<'order'>[] {
  let known = byStatus.get(status);
  if (!known) byStatus.set(status, (known = onOrders.filter((check) => canSpeak(check, status))));
  return known;
}

function canSpeak({ during }: Check<'order'>, status: Order['status']): boolean {
  return during === undefined || status === 'unrecognised' || during.includes(status);
}

/** All checks as far as their subject does not matter: ids, stages, inhibitions. */
export const checkCards: readonly Omit<Check, 'judge'>[] = [
  ...checks.order,
  ...checks.credential,
  ...checks.shop,
  ...checks.incident,
];
