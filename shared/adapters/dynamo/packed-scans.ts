import type { ToldMilestone } from '../../domain/milestone.ts';
import type { Trace } from '../../domain/order.ts';
import type { Instant } from '../../domain/time.ts';
import { letterOf, packTime, unpackTime, wordOf } from './pack.ts';

/** Part of the stored format: a letter is never given to another milestone. */
export const milestoneLetters = {
  'label-created': 'a',
  'picked-up': 'b',
  'accepted-at-origin-facility': 'c',
  'departed-origin-facility': 'd',
  'export-customs-started': 'e',
  'export-customs-held': 'f',
  'export-customs-cleared': 'g',
  'departed-origin-country': 'h',
  'arrived-destination-country': 'i',
  'import-customs-started': 'j',
  'import-customs-held': 'k',
  'import-customs-cleared': 'l',
  'arrived-destination-facility': 'm',
  'departed-facility': 'n',
  'handed-to-last-mile': 'o',
  'out-for-delivery': 'p',
  'delivery-attempt-failed': 'q',
  'available-for-pickup': 'r',
  delivered: 's',
  'returned-to-sender': 't',
  'exception-lost-damaged': 'u',
  'exception-address': 'v',
  'exception-other': 'w',
  'information-only': 'x',
  unrecognised: 'z',
} as const satisfies Record<ToldMilestone, string>;

type Scans = Pick<Trace, 'scans' | 'milestones'>;

/** Each scan's distance from the one before it, and behind a colon what it states; commas between scans. */
export function packScans({ scans, milestones }: Scans, base: Instant): string {
  const packed = scans.map((scan, place) => {
    const time = packTime(scan, scans[place - 1] ?? base);
    const milestone = milestones?.[place];
    return milestone === undefined ? time : `${time}:${letterOf(milestoneLetters, milestone)}`;
  });
  return packed.join(',');
}

export function unpackScans(packed: string, base: Instant): Scans {
  const scans: Instant[] = [];
  const milestones: ToldMilestone[] = [];
  for (const text of packed.split(',')) {
    const [time = '', letter] = text.split(':');
    scans.push(unpackTime(time, scans.at(-1) ?? base));
    if (letter !== undefined) milestones.push(wordOf(milestoneLetters, letter));
  }
  return milestones.length === scans.length ? { scans, milestones } : { scans };
}
