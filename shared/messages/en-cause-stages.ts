import { late, silent } from './en-timing.ts';
import { plural, these } from './en-words.ts';
import type { StageText, Told } from './messages.ts';
import type { causeStageIds } from './stage-ids.ts';

const places: Readonly<Record<string, string>> = {
  origin: ' at the origin',
  'export-customs': ' at export customs',
  'line-haul': ' between the countries',
  'import-customs': ' at import customs',
  destination: ' in the destination country',
  'last-mile': ' on the last mile',
};

function place(told: Told): string {
  return places[told.fact('place')] ?? '';
}

/** By the fact `reason` of the finding. */
function unreadable(told: Told): string {
  switch (told.fact('reason')) {
    case 'no-number':
      return 'The order has no tracking number that a carrier could be asked about.';
    case 'not-followed':
      return "The second source does not follow this carrier, so nobody has looked at the carrier's own trace.";
    case 'not-found':
      return 'The second source finds nothing under its number, although TikTok shows that it was picked up.';
    case 'other-parcel':
      return "What the second source shows under its number seems to be another parcel's.";
    case 'nothing-in-common':
      return 'The trace of the second source has no scan in common with TikTok’s, so it may be of another parcel.';
    default:
      return 'The second source has something newer, but its texts do not say what happened.';
  }
}

/** How far the carrier's times had to be moved to fit TikTok's; said because zones are often left out. */
function shift(told: Told): string {
  const minutes = Number(told.fact('shiftMinutes'));
  if (!Number.isFinite(minutes)) return '';
  const hours = `${Math.abs(minutes / 60)} ${plural(Math.abs(minutes / 60), 'hour', 'hours')}`;
  return ` (assuming that its clock is ${hours} ${minutes < 0 ? 'ahead of' : 'behind'} TikTok’s)`;
}

const nodes: Readonly<Record<string, string>> = {
  'departed-origin-country': 'left the country of origin',
  'arrived-destination-country': 'reached the destination country',
  'import-customs-cleared': 'cleared customs',
  'handed-to-last-mile': 'was handed over for delivery',
  'out-for-delivery': 'went out for delivery',
};

/** How fresh that is. */
function looked(told: Told): string {
  const hours = told.fact('lookHours');
  return hours === '?' ? '' : ` Traces are looked at every ${hours} hours, so it may have moved on since.`;
}

const troubles: Readonly<Record<string, string>> = {
  'delivery-attempt-failed': 'a delivery attempt failed',
  'exception-other': 'the carrier reports a problem on the way',
  'exception-address': 'the address or the recipient is wrong',
  'exception-lost-damaged': 'it is lost, damaged or destroyed',
  'returned-to-sender': 'it goes back to the sender',
};

/** Said where more than this one are affected. */
function alike(told: Told): string {
  const count = Number(told.fact('alike'));
  return count > 1 ? ` ${count} of this carrier’s ${told.fact('among')} parcels fare alike.` : '';
}

const causes: Readonly<Record<string, string>> = {
  'carrier-check-needed': 'and nobody could compare them with the carrier’s own trace',
  'not-picked-up': 'and the carrier has not scanned them either',
  'carrier-stalled': 'and the carrier has not moved them either',
  'api-sync-failure': 'though the carrier has newer scans that TikTok does not show',
};

export const enCauseStages: Readonly<Record<(typeof causeStageIds)[number], StageText>> = {
  'carrier-check-needed': {
    headline: 'Silent, and to be checked by hand',
    changed: 'another cause',
    timing: silent,
    what: unreadable,
    next: 'The parcel may be judged a logistics exception, which lets the buyer claim a refund.',
    act: (n) =>
      `Look up ${these(n, 'parcel')} on the carrier's own site and import what it shows (npx tidewatch import traces FILE.csv); the table is attached.`,
  },
  'not-picked-up': {
    headline: 'Not picked up: the carrier has no scan either',
    changed: 'another cause',
    timing: late,
    what: () => 'A label was made, but neither TikTok nor the carrier shows a scan.',
    next: 'It counts as dispatched late, and TikTok may cancel the order.',
    act: (n) =>
      `Find ${these(n, 'parcel')} in the warehouse or on the hand-over list: hand over what is there, and ask the carrier about a missed scan for the rest.`,
  },
  'carrier-stalled': {
    headline: 'The carrier itself stands still',
    changed: 'another cause',
    timing: silent,
    what: (told) => `The carrier has no newer scan than TikTok: the parcel stands still${place(told)}.`,
    next: 'The parcel may be judged a logistics exception, which lets the buyer claim a refund; a supplement request would have nothing to show.',
    act: (n) => `Have the carrier trace ${these(n, 'parcel')} and ask for the reason in writing.`,
  },
  'api-sync-failure': {
    headline: 'The carrier moves, TikTok does not show it',
    changed: 'another cause',
    timing: silent,
    what: (told) =>
      `The carrier scanned it ${told.ago('missingAt')} ago (“${told.fact('missing')}”), and TikTok still lacks that scan${shift(told)}.${alike(told)}`,
    next: 'TikTok judges by its own trace: it may call the parcel a logistics exception and let the buyer claim a refund, though it is on its way.',
    act: (n) => `File the tracking supplement request for ${these(n, 'parcel')} with the carrier's scans as proof.`,
  },
  'milestone-missing': {
    headline: 'A key node is missing from the trace',
    timing: (told) => `due ${told.age} ago`,
    what: (told) =>
      `Its trace does not show that it ${nodes[told.fact('node')] ?? 'went on'}, nor anything that comes later.${looked(told)}`,
    next: 'An incomplete trace lowers the trace-completeness score, and with it the logistics score.',
    act: (n) =>
      `Ask the carrier where ${these(n, 'parcel')} ${n === 1 ? 'is' : 'are'}, and have the missing scan sent to TikTok.`,
  },
  'customs-hold': {
    headline: 'Held by customs',
    timing: (told) => `for ${told.age}`,
    what: (told) => `Its newest scan says that it is held${place(told)}.${looked(told)}`,
    next: 'What customs does not get an answer to is sent back or destroyed, and the delivery promise runs on.',
    act: (n) =>
      `Ask the carrier what customs wants for ${these(n, 'parcel')}: as a rule an invoice, a description of the goods, or duty to be paid.`,
  },
  'delivery-trouble': {
    headline: 'Delivery has run into trouble',
    timing: (told) => `for ${told.age}`,
    what: (told) =>
      `Its newest scan says: ${troubles[told.fact('milestone')] ?? 'something stopped it'}.${looked(told)}`,
    next: 'The carrier usually tries again by itself; a parcel nobody takes is sent back.',
    act: (n) => `Tell the buyer of ${these(n, 'order')} when the next attempt is, or where to collect it.`,
  },
  'delivery-exception': {
    headline: 'Not deliverable, returning, lost or damaged',
    timing: (told) => `for ${told.age}`,
    what: (told) =>
      `Its newest scan says: ${troubles[told.fact('milestone')] ?? 'it cannot be delivered'}.${looked(told)}`,
    next: 'It will not arrive as it is: the order counts as an exception, and the buyer can claim a refund.',
    act: (n) =>
      `Call the carrier about ${these(n, 'parcel')} now; correct the address, stop the return, or claim compensation.`,
  },
  'last-mile-unfollowed': {
    headline: 'No scan since the hand-over to the local carrier',
    timing: silent,
    what: () => 'It was handed over to the local carrier, and nothing has been scanned since.',
    next: 'The trace often goes on under a second number that nobody follows.',
    act: (n) => `Look up ${these(n, 'parcel')} by the last-mile number on the local carrier’s site.`,
  },
  'many-parcels-one-cause': {
    headline: 'Many parcels, one cause',
    changed: 'growing',
    timing: (told) => `for ${told.age}`,
    what: (told) =>
      `${told.fact('members')} of ${told.fact('parcels')} parcels of ${told.fact('carrier')} are silent${place(told)}, ${causes[told.fact('cause')] ?? 'and nobody knows why'} (usual: ${told.share('usual')}).`,
    next: 'Each of them runs out its own clock; they are told of together until this is over.',
    act: () => 'Take it up with the carrier once for all of them: one ticket with the attached list.',
  },
  'parcels-dark': {
    headline: 'Parcels are silent because a key has expired',
    timing: (told) => `expired ${told.late} ago`,
    what: (told) =>
      `${told.fact('parcels')} parcels have been silent since ${told.name} expired${told.owner ? ` (owner: ${told.owner})` : ''}.`,
    next: 'TikTok will judge them as logistics exceptions, though the carrier may be moving them.',
    act: () => 'Renew the key before anything else; what is still silent then is told of in one notice.',
  },
  'credential-refused': {
    headline: 'A key is refused',
    timing: (told) => `for ${told.age}`,
    what: (told) => `${told.name} is refused by the service it opens.`,
    next: 'Silent parcels can no longer be compared with the carrier’s own trace.',
    act: () => 'Check the key in the shop’s settings and replace it if it was changed or withdrawn.',
  },
  'second-source-silent': {
    headline: 'The second source does not answer',
    timing: (told) => `for ${told.age}`,
    what: () => 'Every request to the shop’s second source of traces fails.',
    next: 'The causes of silent parcels stay as they were last known; their clocks are watched as before.',
    act: () => 'Nothing, if it is a passing outage; else look at the service’s status page.',
  },
};
