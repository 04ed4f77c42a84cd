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

/** What is kept of a scan's text. Carriers name who signed: of a delivery stays that it was one. */
export function scanText(said: string, milestone: ToldMilestone): string {
  if (milestone === 'delivered') return 'Delivered';
  return milestone === 'unrecognised' && signed.test(said) ? '' : shortText(said);
}
