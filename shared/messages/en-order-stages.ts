import { inTime, late, left, silent } from './en-timing.ts';
import { plural, these } from './en-words.ts';
import type { StageText, Told } from './messages.ts';
import type { orderStageIds } from './stage-ids.ts';

const oneChange = 'each order allows one change';

/** By the facts `remedy` and `ticket`. */
function asked(told: Told): string {
  const ticket = told.fact('ticket');
  if (ticket !== '?') return `Ticket ${ticket} was filed`;
  return told.fact('remedy') === 'correct-number'
    ? 'A correction of its number was asked for'
    : 'The carrier was asked';
}

/** By the fact `reason` of the finding. */
function abnormal(told: Told): string {
  const number = told.fact('number');
  switch (told.fact('reason')) {
    case 'scan-before-order':
      return `Its first scan is more than a day older than the order, so ${number === '?' ? 'its number' : number} may belong to another parcel.`;
    case 'no-number':
      return 'It is marked as shipped, but TikTok shows no tracking number for it.';
    default:
      return `“${number}” cannot be a tracking number.`;
  }
}

export const enOrderStages: Readonly<Record<(typeof orderStageIds)[number], StageText>> = {
  'first-feedback-overdue': {
    headline: 'No first scan in time',
    timing: late,
    what: () => 'It is marked as shipped, but the carrier has not reported a first scan.',
    next: 'Without a pick-up scan the order will count as dispatched late, and a missed hand-over gets harder to prove.',
    act: (n) =>
      `Ask the carrier whether it has ${these(n, 'order')} and missed the scan; if not handed over yet, do it today.`,
  },
  'sea-cutoff-soon': {
    headline: 'Pick-up cut-off near',
    timing: left,
    what: (told) => `The carrier has not scanned it yet.${inTime(told)}`,
    next: 'An order that is not picked up by its cut-off counts in the late dispatch rate.',
    act: (n) => `Hand ${these(n, 'order')} to the carrier now and have the parcels scanned on receipt.`,
  },
  'sea-cutoff-passed': {
    headline: 'Pick-up cut-off passed',
    timing: late,
    what: () => 'The cut-off has passed and there is still no pick-up scan.',
    next: 'The order counts in the late dispatch rate, and further delay may have TikTok cancel it.',
    act: (n) =>
      `Hand ${these(n, 'order')} over with the next collection; where the carrier has it already, demand the missing scan.`,
  },
  'fast-dispatch-soon': {
    headline: 'Fast dispatch at risk',
    timing: left,
    what: (told) =>
      told.isPast ? 'It was not scanned in time to count as fast.' : 'The carrier has not scanned it yet.',
    next: 'An order that is scanned later does not count as dispatched fast, which lowers the fast dispatch rate.',
    act: (n) => `Bring ${these(n, 'order')} to a drop-off point and have the parcels scanned there.`,
  },
  'auto-cancel-ship-soon': {
    headline: 'TikTok cancels it unless it is shipped',
    timing: left,
    what: (told) =>
      told.isPast
        ? 'Shipment is still not arranged, and the time for it is over.'
        : `Shipment is not arranged yet.${inTime(told)}`,
    next: 'TikTok cancels the order by itself: the sale is lost, and it can count as cancelled by the seller.',
    act: (n) => `Arrange shipment of ${these(n, 'order')} in Seller Center or your ERP now, before anything else.`,
  },
  'auto-cancel-collect-soon': {
    headline: 'TikTok cancels it unless it is picked up',
    timing: left,
    what: (told) =>
      told.isPast
        ? 'There is still no pick-up scan, and the time for it is over.'
        : `The carrier has not scanned it yet.${inTime(told)}`,
    next: 'TikTok cancels the order by itself: the sale is lost, and a parcel that has left has to be called back.',
    act: (n) =>
      `Hand over ${these(n, 'order')} today and see each parcel scanned; where the carrier has it already, demand the missing scan.`,
  },
  'auto-cancel-deliver-soon': {
    headline: 'TikTok cancels it unless it is delivered',
    timing: left,
    what: (told) =>
      told.isPast ? 'It is still not delivered, and the time for it is over.' : 'It is not delivered yet.',
    next: 'TikTok cancels the order by itself and refunds the buyer, even if the parcel arrives later.',
    act: (n) =>
      `Call the carrier and have ${these(n, 'parcel')} delivered today; if lost, claim compensation from the carrier.`,
  },
  'number-edit-window': {
    headline: 'Last day to correct the tracking number',
    timing: left,
    what: () => 'It is marked as shipped, but no carrier has scanned its number yet.',
    next: 'After that, number and carrier can no longer be changed: a wrong number stays untraceable.',
    act: (n) =>
      `Look up ${these(n, 'order')} by number on the carrier's site; correct a number it does not know in Seller Center (${oneChange}).`,
    over: 'it was scanned, or the time to correct the number is over',
  },
  'tracking-id-abnormal': {
    headline: 'Tracking number looks wrong',
    timing: (told) => `wrong for ${told.age}`,
    what: abnormal,
    next: 'TikTok may tag the order as one without valid tracking, which lowers the valid tracking rate.',
    act: (n) =>
      `Compare ${these(n, 'order')} with the printed ${plural(n, 'label', 'labels')} and correct number and carrier in Seller Center (${oneChange}).`,
  },
  'tracking-supplement-pending': {
    headline: 'Supplement asked for, still no new scan',
    timing: silent,
    what: () => 'A tracking supplement was asked for more than 48 hours ago, and TikTok shows no new scan.',
    next: 'The parcel may be judged a logistics exception, which lets the buyer claim a refund.',
    act: (n) =>
      `Look for the ticket about ${these(n, 'parcel')}: if none was filed, file it now; else answer it with the carrier's newest scans.`,
  },
  'remedy-overdue': {
    headline: 'Asked for two days ago, still no effect',
    timing: (told) => `waiting for ${told.age} longer than it may take`,
    what: (told) => `${asked(told)} more than 48 hours ago, and TikTok shows nothing new.`,
    next: 'Nothing changes by itself: the clocks of the order run on.',
    act: (n) => `Ask again about ${these(n, 'order')}, by phone where you can; then answer or close what was filed.`,
  },
  'remedy-failed': {
    headline: 'What was asked for could not be done',
    timing: (told) => `answered ${told.age} ago`,
    what: (told) => `Your system was asked for it (${told.fact('remedy')}) and answered that it failed.`,
    next: 'Nobody else is asked by itself: the clocks of the order run on.',
    act: (n) => `Find out in that system why it failed, or do it by hand for ${these(n, 'order')}.`,
  },
  'claim-eligible': {
    headline: 'Lost by TikTok Shipping: compensation possible',
    timing: silent,
    what: () => 'TikTok Shipping carries it, and it has been silent for so long that it counts as lost.',
    next: 'Nobody pays unasked: TikTok Shipping is said to compensate up to 100 US dollars a parcel.',
    act: (n) =>
      `File a claim for ${these(n, 'parcel')} in Seller Center, with the last scan and the value of the goods.`,
  },
  'cancel-request-due': {
    headline: 'Buyer asks to cancel',
    // Without a line nobody knows how much time is left.
    timing: (told) => (told.isPast ? `asked ${told.age} ago` : `${told.left} left to answer`),
    what: (told) => `The buyer asked to cancel ${told.age} ago and has no answer yet.`,
    next: 'A request that nobody answers may be approved automatically: the order is cancelled and refunded.',
    act: (n) =>
      `Hold back ${these(n, 'order')}, then approve or refuse the ${plural(n, 'request', 'requests')} in Seller Center.`,
  },
};
