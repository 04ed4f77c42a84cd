import type { ToldMilestone } from '../domain/milestone.ts';
import { oneLine } from '../domain/one-line.ts';

/** The longest text kept of a source, in code points: half an emoji is not text. */
const longest = 200;

const signed = /\bsign(ed|ature)\b/i;

export function shortText(said: string): string {
  return Array.from(oneLine(said).slice(0, longest * 2 + 2))
    .slice(0, longest)
    .join('')
    .trimEnd();
}

/** Beside these carriers name who signed, whom they called, and the door or shop they stood at. */
const ofPeople: { readonly [milestone in ToldMilestone]?: string } = {
  delivered: 'Delivered',
  'delivery-attempt-failed': 'Delivery attempt failed',
  'available-for-pickup': 'Ready for collection',
  'exception-address': 'Address problem',
  'out-for-delivery': 'Out for delivery',
  'returned-to-sender': 'Returned to sender',
};

/** What is kept of a scan's text: where people may be named, the milestone alone. */
export function scanText(said: string, milestone: ToldMilestone): string {
  const instead = ofPeople[milestone];
  if (instead !== undefined) return instead;
  return milestone === 'unrecognised' && signed.test(said) ? '' : shortText(said);
}
