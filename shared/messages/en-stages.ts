import { enCauseStages } from './en-cause-stages.ts';
import { enLabelStages } from './en-label-stages.ts';
import { enOrderStages } from './en-order-stages.ts';
import { enShopStages } from './en-shop-stages.ts';
import { inTime, late, left, silent } from './en-timing.ts';
import { these } from './en-words.ts';
import type { Messages, StageText, Told } from './messages.ts';

/** What carriers usually do excuses nothing, but tells which parcels to look up last. */
function pauses(told: Told): string {
  const blind = told.fact('blindDays');
  const warehouse = ` Parcels that pass a transit warehouse show nothing for up to ${blind} days after the pick-up; TikTok's clock runs on.`;
  return `${blind === '?' ? '' : warehouse}${freeDays(told)}`;
}

function freeDays(told: Told): string {
  const days = told.fact('freeDays');
  if (days === '?') return '';
  const were = days === '1' ? '1 day since was' : `${days} days since were`;
  return ` ${were} weekend or holiday, when carriers often pause; TikTok's clock runs on.`;
}

function named(told: Told, then: string): string {
  return `${told.name} ${then}${told.owner ? `; its owner is ${told.owner}` : ''}.`;
}

function expiring(within: string, act: string): StageText {
  return {
    headline: `A key or authorization expires within ${within}`,
    timing: left,
    what: (told) => named(told, 'has not been renewed yet'),
    next: 'Once it has expired, orders and traces stop arriving and every parcel looks stalled.',
    act: () => act,
  };
}

export const enStages: Messages['stages'] = {
  'confirm-due-soon': {
    headline: 'To be confirmed soon',
    timing: left,
    what: (told) => `Shipment is not arranged yet.${inTime(told)}`,
    next: 'An order that is not confirmed in time may be cancelled automatically and cost shop score.',
    act: (n) => `Arrange shipment of ${these(n, 'order')} in Seller Center or your ERP; that is what confirms it.`,
  },
  'confirm-overdue': {
    headline: 'Not confirmed in time',
    timing: late,
    what: () => 'Shipment is still not arranged.',
    next: 'The order may be cancelled automatically at any moment, and the cancellation counts against the shop.',
    act: (n) => `Arrange shipment of ${these(n, 'order')} now, or tell the buyer why it cannot be sent.`,
  },
  'pickup-due-soon': {
    headline: 'Pick-up due soon',
    timing: left,
    what: (told) => `The carrier has not scanned it yet.${inTime(told)}`,
    next: 'Without a pick-up scan by then the order counts as dispatched late.',
    act: (n) => `Hand over ${these(n, 'order')} today and have the carrier scan on receipt.`,
  },
  'pickup-overdue': {
    headline: 'Not picked up in time',
    timing: late,
    what: () => 'There is still no pick-up scan.',
    next: 'It counts as dispatched late; an order that stays uncollected may be cancelled automatically.',
    act: (n) =>
      `Ask the carrier whether the scan of ${these(n, 'order')} was missed; if not handed over yet, do it today.`,
  },
  'trace-gap-48': {
    headline: 'Trace silent for 48 hours',
    timing: silent,
    what: (told) => `TikTok shows no new scan.${pauses(told)}`,
    next: 'If the silence goes on, the parcel may be judged a logistics exception, which lets the buyer claim a refund.',
    act: (n) => `Look up ${these(n, 'parcel')} on the carrier's site. Pauses of a day or two at weekends are normal.`,
  },
  'tracking-stale': {
    headline: 'Trace stalled for 72 hours',
    timing: silent,
    what: (told) => `TikTok shows no new scan.${pauses(told)}`,
    next: 'The parcel may be judged a logistics exception, which lets the buyer claim a refund.',
    act: (n) =>
      `Compare ${these(n, 'parcel')} with the carrier's site; where it shows newer scans, ask TikTok to supplement the tracking.`,
  },
  'delivery-due-soon': {
    headline: 'Delivery due soon',
    timing: left,
    what: () => 'It is not delivered yet.',
    next: 'A delivery that comes late may count in the late-fulfilment rate.',
    act: (n) => `Ask the carrier to put ${these(n, 'parcel')} first; if it will not arrive, ask the buyer to extend.`,
  },
  'delivery-overdue': {
    headline: 'Delivery promise missed',
    timing: late,
    what: () => 'It is still not delivered.',
    next: 'Soon it may count in the late-fulfilment rate, unless the buyer asks for more time.',
    act: (n) => `Chase the carrier for ${these(n, 'parcel')} today, or ask the buyer to extend.`,
  },
  'delivery-late-counted': {
    headline: 'Late delivery, now counted',
    timing: late,
    what: () => 'It is still not delivered, and so late that it counts.',
    next: 'It may now count in the late-fulfilment rate, which weighs on the logistics score.',
    act: (n) => `Get ${these(n, 'parcel')} delivered and keep proof of hand-over and scans for an appeal.`,
  },
  'credential-expiring-30': expiring('30 days', 'Agree with its owner on a day to renew it.'),
  'credential-expiring-14': expiring('14 days', 'Renew it this week.'),
  'credential-expiring-7': expiring('7 days', 'Renew it now; what hangs on it stops within days.'),
  'credential-expiring-1': expiring('a day', 'Renew it today, before anything else.'),
  'token-refresh-failing': {
    headline: 'TikTok refuses to renew the access token',
    timing: (told) => `refused for ${told.age}`,
    what: (told) => named(told, 'could not be renewed'),
    next: 'When the present token runs out, no order and no trace can be read any more.',
    act: () => 'Connect the shop again (npx tidewatch shop connect), and check that the app is enabled.',
  },
  'credential-expired': {
    headline: 'A key or authorization has expired',
    timing: (told) => `expired ${told.late} ago`,
    what: (told) => named(told, 'has expired'),
    next: 'What depends on it is dark: new orders and scans do not arrive, and clocks cannot be judged.',
    act: () => 'Renew it or authorize again; the next check catches up by itself.',
  },
  'authorization-withdrawn': {
    headline: 'The seller has taken the authorization away',
    timing: (told) => `refused for ${told.age}`,
    what: (told) =>
      `TikTok says that the seller took the authorization away, and refuses every call. The watch of this shop ends; all that is kept of it stays until ${told.time('leavesAt')} and is deleted then.`,
    next: 'Nobody looks at the shop any more, and nothing further is said of it.',
    act: () =>
      'To have it watched again, connect it anew: npx tidewatch shop connect. To keep its data all the same: npx tidewatch shop resume and its id.',
    over: 'TikTok lets us in again',
  },
  'channel-closed': {
    headline: 'A channel takes no messages',
    timing: (told) => `for ${told.age}`,
    what: (told) => `Channel ${told.name} refuses every message${told.because ? ` (${told.because})` : ''}.`,
    next: 'Whoever reads that channel alone hears nothing of lines that are about to be crossed.',
    act: () => 'Mend the channel or store its new address, then send again what was put aside: npm run redrive.',
    over: 'the channel is used again',
  },
  'feed-refused': {
    headline: 'TikTok data came in only in part',
    timing: (told) => `incomplete for ${told.lag ?? told.age}`,
    what: (told) => `This check could not read everything that changed${told.because ? ` (${told.because})` : ''}.`,
    next: 'Clocks that need newer data are not judged until it arrives; nothing is opened or closed by mistake.',
    act: () => 'Nothing yet: it is tried again within the hour. If it stays, check the app and its authorization.',
  },
  'traces-refused': {
    headline: 'TikTok gives no tracking data',
    timing: (told) => `unread for ${told.age}`,
    what: () => 'Orders come in, but every request for their tracking is refused or fails.',
    next: 'Silent parcels cannot be told from moving ones until it answers again; nothing is opened or closed by mistake.',
    act: () => 'Check that the app has the logistics scope (seller.logistics) and that the seller has authorized it.',
  },
  'feed-silent': {
    headline: 'No fresh data for over two hours',
    timing: (told) => (told.lag ? `${told.lag} behind` : `blind for ${told.age}`),
    what: (told) => `Nothing newer could be read from TikTok${told.because ? ` (${told.because})` : ''}.`,
    next: 'The watch is blind: orders can cross their lines unseen until data arrives again.',
    act: () => "Check the app's authorization and TikTok's status, and watch urgent orders in Seller Center meanwhile.",
  },
  ...enOrderStages,
  ...enLabelStages,
  ...enShopStages,
  ...enCauseStages,
};
