import type { StageText, Told } from './messages.ts';
import type { shopStageIds } from './stage-ids.ts';

function many(told: Told, name: string, one: string): string {
  const count = told.fact(name);
  return `${count} ${count === '1' ? one : `${one}s`}`;
}

const against = (told: Told) => `${told.share('rate')}, the limit is ${told.share('limit')}`;
const room = (told: Told) => `room for ${many(told, 'left', 'more late order')} before ${told.share('limit')}`;
const scored = (told: Told) => `${told.fact('score')}, the limit is ${told.fact('limit')}`;

/** Which exposure is at stake, where the policy pack says so. */
function atStake(told: Told): string {
  return told.fact('exposure') === '?' ? '' : ` Below it, exposure in search falls by ${told.share('exposure')}.`;
}

const clocks: Readonly<Record<string, string>> = {
  'confirm-by': 'confirmation',
  'pickup-by': 'pick-up',
  'deliver-by': 'delivery',
};

function apart(told: Told): string {
  const hours = told.fact('hours');
  return hours.startsWith('-') ? `${hours.slice(1)} h earlier` : `${hours} h later`;
}

/** Carriers with the share of whole traces, and of how many. */
function worst(told: Told): string {
  const lanes = told.fact('worst');
  return lanes === '?' ? '' : ` Worst: ${lanes}.`;
}

export const enShopStages: Readonly<Record<(typeof shopStageIds)[number], StageText>> = {
  'confirm-rate-budget': {
    headline: 'Late confirmations near the limit',
    timing: room,
    what: (told) =>
      `${told.fact('late')} of ${many(told, 'orders', 'order')} of the last ${many(told, 'days', 'day')} were confirmed ` +
      `late (${told.share('rate')}), ${told.fact('open')} are still to be confirmed: ${room(told)}.`,
    next: 'If more orders than that are confirmed late, the rate is over the limit and the platform may warn the shop.',
    act: () => 'Confirm the oldest open orders first: arrange their shipment in Seller Center or your ERP.',
  },
  'confirm-late-rate': {
    headline: 'Too many orders confirmed late',
    timing: against,
    what: (told) =>
      `${told.fact('late')} of ${many(told, 'orders', 'order')} of the last ${many(told, 'days', 'day')} were confirmed ` +
      `late: ${against(told)}.`,
    next: 'The platform may warn the shop; each late order weighs on the rate until its day has left the window.',
    act: () => 'Confirm all open orders today, and see what the late ones share: a shift, a warehouse, a product.',
  },
  'late-rate-budget': {
    headline: 'Late deliveries near or over the limit',
    timing: room,
    what: (told) =>
      `Of ${many(told, 'orders', 'order')} that have come due (${many(told, 'days', 'day')} of orders) ` +
      `${told.fact('late')} were delivered late: ${against(told)}, so there is ${room(told)}.`,
    next: 'Late deliveries weigh on the logistics score; over the limit they can cost traffic or bring a violation.',
    act: () => 'Chase the parcels that are due next, and ask buyers whose parcels will be late to extend.',
  },
  'kpi-one-week-miss': {
    headline: 'Dispatch target missed for a week',
    timing: against,
    what: (told) =>
      `${told.fact('late')} of ${many(told, 'orders', 'order')} of the last week that has come due were dispatched ` +
      `late: ${against(told)}.`,
    next: 'A second week in a row below target can keep the shop from listing new products.',
    act: () => 'Hand over what waits for pick-up today, and plan next week with the carrier.',
  },
  'kpi-two-week-miss': {
    headline: 'Dispatch target missed for two weeks',
    timing: against,
    what: (told) =>
      `${told.share('rate')} of the last week's orders were dispatched late and ${told.share('rateBefore')} of those ` +
      `of the week before; the limit is ${told.share('limit')}.`,
    next: 'The shop may be kept from listing new products.',
    act: () => 'Tell whoever runs the shop today: stop promotions that cannot be shipped, and add pick-ups.',
  },
  'lts-forecast-below-75': {
    headline: 'Logistics score may fall below its limit',
    timing: (told) => `${told.fact('low')} to ${told.fact('high')} by our estimate`,
    what: (told) =>
      `The score you imported is ${scored(told)}. Since then more deliveries have been late: by our estimate, not ` +
      `TikTok's figure, it comes to between ${told.fact('low')} and ${told.fact('high')}.${atStake(told)}`,
    next: 'Below the limit fewer buyers are shown the products until the score has recovered.',
    act: () => 'Get overdue parcels delivered first, since lateness weighs most; import the next score when it is out.',
  },
  'lts-below-75': {
    headline: 'Logistics score below its limit',
    timing: scored,
    what: (told) => `The score you imported is ${scored(told)}.${atStake(told)}`,
    next: 'Fewer buyers are shown the products until the score has recovered.',
    act: () => 'Get overdue parcels delivered, have missing scans supplemented, and import the next score.',
  },
  'trace-completeness-low': {
    headline: 'Trace completeness too low',
    timing: scored,
    what: (told) =>
      told.fact('origin') === 'imported'
        ? `The score you imported is ${scored(told)}.`
        : `By our own estimate, not TikTok's figure, ${told.fact('whole')} of ${many(told, 'traces', 'trace')} have no ` +
          `gap of more than ${told.span('gap')}: a score of about ${scored(told)}.${worst(told)}`,
    next: 'A low score pulls the logistics score down, and with it the traffic the shop is given.',
    act: () =>
      'See whose parcels go silent, have missing scans supplemented, and import what the Logistics Monitor says.',
  },
  'pickup-slow-lane': {
    headline: 'Pick-up is getting slower',
    timing: (told) => `${told.span('mean')} on average`,
    what: (told) =>
      `From confirmation to pick-up ${many(told, 'pickups', 'order')} of the last week took ${told.span('mean')} on ` +
      `average, those of the week before ${told.span('meanBefore')}; ${told.span('usual')} is usual.`,
    next: 'If it goes on, more orders will miss their pick-up line.',
    act: () => 'Ask the carrier for earlier or more frequent collections.',
  },
  'policy-drift': {
    headline: "TikTok's deadlines differ from our rule",
    timing: apart,
    what: (told) =>
      `For ${clocks[told.fact('clock')] ?? told.fact('clock')} TikTok's own deadline lies ${apart(told)} than our rule ` +
      `says: on one side of it in ${told.fact('apart')} of ${many(told, 'compared', 'order')}.`,
    next: 'Orders with a deadline of their own are judged by it; for all others our clock may be wrong.',
    act: () => "Hold the shop's policy packs and market against TikTok's current rules, or tell who maintains them.",
  },
  'order-sync-lag': {
    headline: 'Orders reached the watch late',
    timing: (told) => `up to ${told.span('longest')} after payment`,
    what: (told) =>
      `${told.fact('late')} of ${many(told, 'orders', 'new order')} should have been there at an earlier check; the ` +
      `slowest came ${told.span('longest')} after its payment.`,
    next: 'Part of their time to be confirmed had passed before anybody could see them.',
    act: () => "Confirm them first; if it happens again, check the app's order scope and TikTok's status.",
  },
  'monitor-heartbeat-missed': {
    headline: 'The watch stood still',
    timing: (told) => `${told.span('gap')} without a check`,
    what: (told) =>
      `No check of this shop was completed for ${told.span('gap')}. Everything has been judged again now.`,
    next: 'Lines may have been crossed in that time without a word; what is late now is listed as usual.',
    act: () => 'Go through the overdue orders first, and have the alarms and the schedule of the watch looked at.',
  },
};
