import type { Check, OrderSubject, Setting } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import { aFinding } from '../support/a-finding.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';
import { daysAgo, hoursAgo, hoursFromNow } from '../support/moments.ts';

/** A rule at work: what it says where it fires, its quiet twin, and a shop that has not connected what it needs. */
export interface Scene {
  /** Stage and where the deadline comes from, as `toldVerdict` says it. */
  readonly says: string;
  readonly firing: () => Verdict;
  readonly quiet: () => Verdict;
  readonly unconnected?: () => Verdict;
}

function check(id: string): Check<'order'> {
  const found = checks.order.find((known) => known.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}

/** `gives`: what the scene changes of the shop; `without`: the shop that lacks it. */
export function scene(
  id: string,
  says: string,
  firing: OrderSubject,
  quiet: OrderSubject,
  at: Setting = aSetting(),
  without?: Setting,
): Scene {
  return {
    says,
    firing: () => check(id).judge(firing, at),
    quiet: () => check(id).judge(quiet, at),
    ...(without && { unconnected: () => check(id).judge(firing, without) }),
  };
}

const waiting = (created: number) => subject(anOrder({ createdAt: hoursAgo(created) }));
export const packed = (confirmed: number) =>
  subject(anOrderAwaitingCollection({ createdAt: hoursAgo(confirmed + 1), confirmedAt: hoursAgo(confirmed) }));
const sent = (confirmed: number) => subject({ ...packed(confirmed).order, shipping: 'seller' });
export const moving = (silent: number) =>
  subject(anOrderInTransit({ createdAt: hoursAgo(silent + 9), collectedAt: hoursAgo(silent + 5) }), {
    scans: [hoursAgo(silent)],
  });
const promised = (created: number) => subject(anOrderInTransit({ createdAt: daysAgo(created) }));
const attesting = aSetting('GB', undefined, { attests: ['qr-label', 'declared-name', 'label', 'pick-start'] });
const ownLabel = anOrderAwaitingCollection({ shipping: 'seller' });
const withDeeds = (order: typeof ownLabel, deeds: OrderSubject['deeds']): OrderSubject => ({
  ...subject(order),
  deeds,
});
const due = (field: string, hours: number, order = anOrder()) =>
  subject({ ...order, platform: { [field]: hoursFromNow(hours) } });
const stale = aFinding({
  check: 'trace-silent',
  stage: 'tracking-stale',
  since: hoursAgo(49),
  openedAt: hoursAgo(49),
});

/** What can be seen of one order. */
export const orderScenes: Readonly<Record<string, Scene>> = {
  'confirm-due-soon': scene('confirm-by', 'confirm-due-soon by article/confirm-by', waiting(13), waiting(11)),
  'confirm-overdue': scene('confirm-by', 'confirm-overdue by article/confirm-by', waiting(25), waiting(11)),
  'ship-sla-due': scene(
    'confirm-by',
    'confirm-due-soon by rts_sla_time',
    due('rts_sla_time', 11),
    due('rts_sla_time', 13),
  ),
  'pick-start-slow': scene(
    'pick-start',
    'pick-start-slow by article/pick-start-by',
    packed(3),
    packed(1),
    attesting,
    aSetting(),
  ),
  'label-not-platform': scene(
    'label-origin',
    'label-not-platform by',
    withDeeds(ownLabel, { label: 'other' }),
    withDeeds(ownLabel, { label: 'platform' }),
    attesting,
  ),
  'carrier-not-approved': scene(
    'carrier-approved',
    'carrier-not-approved by',
    subject(ownLabel),
    subject({ ...ownLabel, carrier: 'Yun Express', parcels: [aParcel({ carrier: 'Yun Express' })] }),
    aSetting('GB', undefined, { approvedCarriers: ['YunExpress'] }),
    aSetting(),
  ),
  'address-not-latin': scene(
    'address',
    'address-not-latin by',
    subject(anOrder({ flags: { address: 'not-latin' } })),
    subject(anOrder({ flags: { address: 'latin' } })),
  ),
  'declared-name-mismatch': scene(
    'declared-name',
    'declared-name-mismatch by',
    withDeeds(ownLabel, { declaredName: 'differs' }),
    withDeeds(ownLabel, { declaredName: 'matches' }),
    attesting,
  ),
  'battery-flag-missing': scene(
    'battery',
    'battery-flag-missing by',
    subject(anOrder({ flags: { battery: 'suspected' } })),
    withDeeds(anOrder({ flags: { battery: 'suspected' } }), { battery: 'declared' }),
  ),
  'eu-qr-label-missing': scene(
    'eu-qr-label',
    'eu-qr-label-missing by',
    { ...subject(anOrderInTransit()), findings: [aFinding({ check: 'eu-qr-label', stage: 'eu-qr-label-open' })] },
    withDeeds(ownLabel, { qrLabel: 'attached' }),
    attesting,
    aSetting(),
  ),
  'pickup-due-soon': scene('pickup-by', 'pickup-due-soon by article/pickup-by-gb', packed(30), packed(20)),
  'pickup-overdue': scene('pickup-by', 'pickup-overdue by article/pickup-by-gb', packed(49), packed(20)),
  'collect-sla-due': scene(
    'pickup-by',
    'pickup-due-soon by tts_sla_time',
    due('tts_sla_time', 20, anOrderAwaitingCollection()),
    due('tts_sla_time', 30, anOrderAwaitingCollection()),
  ),
  'first-feedback-overdue': scene(
    'first-feedback',
    'first-feedback-overdue by article/first-feedback-by',
    sent(25),
    sent(23),
  ),
  'sea-cutoff-soon': scene(
    'pickup-cutoff',
    'sea-cutoff-soon by pick_up_cut_off_time',
    due('pick_up_cut_off_time', 20, anOrderAwaitingCollection()),
    due('pick_up_cut_off_time', 30, anOrderAwaitingCollection()),
    aSetting('TH'),
  ),
  'trace-gap-48': scene('trace-silent', 'trace-gap-48 by article/trace-silent', moving(49), moving(47)),
  'tracking-stale': scene('trace-silent', 'tracking-stale by article/trace-silent', moving(73), moving(47)),
  'tracking-supplement-pending': scene(
    'supplement-pending',
    'tracking-supplement-pending by',
    { ...moving(49 + 72), findings: [stale] },
    { ...moving(3), findings: [stale] },
  ),
  'claim-eligible': scene(
    'claim',
    'claim-eligible by us/parcel-lost',
    moving(31 * 24),
    moving(5),
    aSetting('US', undefined, { packs: ['us'] }),
  ),
  'delivery-due-soon': scene('deliver-by', 'delivery-due-soon by article/deliver-by-gb', promised(5), promised(3)),
  'delivery-overdue': scene('deliver-by', 'delivery-overdue by article/deliver-by-gb', promised(6), promised(3)),
  'delivery-late-counted': scene(
    'deliver-by',
    'delivery-late-counted by article/deliver-by-gb',
    promised(8),
    promised(3),
  ),
  'delivery-sla-due': scene(
    'deliver-by',
    'delivery-due-soon by delivery_sla_time',
    due('delivery_sla_time', 20, anOrderInTransit()),
    due('delivery_sla_time', 30, anOrderInTransit()),
  ),
  'auto-cancel-ship-soon': scene(
    'auto-cancel',
    'auto-cancel-ship-soon by shipping_due_time',
    due('shipping_due_time', 2),
    due('shipping_due_time', 30),
  ),
  'auto-cancel-collect-soon': scene(
    'auto-cancel',
    'auto-cancel-collect-soon by collection_due_time',
    due('collection_due_time', 2, anOrderAwaitingCollection()),
    due('collection_due_time', 30, anOrderAwaitingCollection()),
  ),
  'auto-cancel-deliver-soon': scene(
    'auto-cancel',
    'auto-cancel-deliver-soon by delivery_due_time',
    due('delivery_due_time', 2, anOrderInTransit()),
    due('delivery_due_time', 30, anOrderInTransit()),
  ),
  'cancel-request-due': scene(
    'cancel-request',
    'cancel-request-due by us/cancel-answer-by',
    subject(anOrder({ buyerAskedToCancel: true, cancelRequestedAt: hoursAgo(1) })),
    subject(anOrder()),
    aSetting('US', undefined, { packs: ['us'] }),
  ),
  'number-edit-window': scene(
    'number-edit',
    'number-edit-window by us/number-edit-by',
    subject(anOrderAwaitingCollection({ shipping: 'seller', confirmedAt: hoursAgo(60), createdAt: hoursAgo(61) })),
    subject(anOrderAwaitingCollection({ shipping: 'seller', confirmedAt: hoursAgo(40), createdAt: hoursAgo(41) })),
    aSetting('US', undefined, { packs: ['us'] }),
  ),
  'tracking-id-abnormal': scene(
    'tracking-number',
    'tracking-id-abnormal by',
    subject(anOrderInTransit({ createdAt: hoursAgo(30) }), { scans: [hoursAgo(55)] }),
    subject(anOrderInTransit({ createdAt: hoursAgo(30) }), { scans: [hoursAgo(53)] }),
  ),
};
