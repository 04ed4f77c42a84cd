import type { UnwatchedText } from './unwatched-text.ts';

export const enUnwatched: UnwatchedText = {
  title: 'Not watched',
  intro: 'Nobody hears of these, so look after them yourself or give Tidewatch what it needs.',
  of: (headline, subjects) => `${headline} (${subjects})`,
  between: '; ',
  because: {
    'needs-approved-carriers': "List the carriers you may ship with under “approvedCarriers” in the shop's settings.",
    'needs-attestations':
      "TikTok's data does not show it: name it under “attests” in the shop's settings, and have it written down (npx tidewatch import attestations FILE.csv).",
    'needs-scores':
      'Only Seller Center shows this figure: import the newest one (npx tidewatch import scores FILE.csv).',
    'needs-limit': 'No rule pack of this shop sets a limit for it: add one that does under “packs” in its settings.',
    'needs-orders':
      'Too few orders have been counted and have come due to speak of a rate: it begins by itself once there are more.',
    'needs-second-source':
      'Whether the carrier is moving them cannot be seen: connect a second source of traces (“secondOpinion” in the shop’s settings), or import what the carrier shows (npx tidewatch import traces FILE.csv).',
    'no-deadline-known':
      'TikTok gave no deadline and no rule pack of this shop has one: add a pack for the market under “packs” in its settings.',
    'issue-date-missing': "Write its day of issue under “issuedAt” into the shop's settings.",
    'status-unrecognised':
      'TikTok shows a state that this version of Tidewatch does not know: look them up in Seller Center.',
    'address-masked':
      'TikTok masks the address, so nobody can check it from here: have a look at the printed labels before hand-over.',
    'second-budget-spent':
      'The second source of traces takes no more parcels today: raise “dailyRegistrations” in the shop’s settings, or buy quota from the service.',
    'never-scanned': 'TikTok shows no scan at all, so no silence can be measured: ask the carrier for the first one.',
  },
  coming: {
    'learned-lanes': 'Watched in no shop yet: it takes transit times learned from past parcels.',
  },
  rule: {
    'pickup-predicted-late': 'Pick-up likely to be late',
    'stale-predicted': 'Trace likely to stall',
    'delivery-predicted-late': 'Delivery likely to be late',
  },
};
