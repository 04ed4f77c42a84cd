/** What the text of a scan can state, in the order in which a parcel lives through it; then what goes wrong. */
export const milestones = [
  'label-created',
  'picked-up',
  'accepted-at-origin-facility',
  'departed-origin-facility',
  'export-customs-started',
  'export-customs-held',
  'export-customs-cleared',
  'departed-origin-country',
  'arrived-destination-country',
  'import-customs-started',
  'import-customs-held',
  'import-customs-cleared',
  'arrived-destination-facility',
  'departed-facility',
  'handed-to-last-mile',
  'out-for-delivery',
  'delivery-attempt-failed',
  'available-for-pickup',
  'delivered',
  'returned-to-sender',
  'exception-lost-damaged',
  'exception-address',
  'exception-other',
  'information-only',
] as const;

export type Milestone = (typeof milestones)[number];

/** What a text was found to state; `unrecognised`: nothing that is certain. */
export type ToldMilestone = Milestone | 'unrecognised';

/** Clocks start and stop at these: a false one does harm, so each needs evidence without a doubt. */
export const terminalMilestones = ['picked-up', 'delivered', 'returned-to-sender'] as const;

export type TerminalMilestone = (typeof terminalMilestones)[number];

export function isTerminal(milestone: Milestone): milestone is TerminalMilestone {
  return terminalMilestones.some((terminal) => terminal === milestone);
}
