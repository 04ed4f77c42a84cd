/** How many were told so many whole hours before their line, by the hour: `-3` = two to three hours after it. */
export type LeadTimes = Readonly<Record<string, number>>;

export interface LeadBucket {
  /** Hours before the line, from (included) and to (not included); null: as far as it goes. */
  readonly from: number | null;
  readonly to: number | null;
}

/** From the latest word to the earliest: two buckets after the line, the others before it. */
export const leadBuckets: readonly LeadBucket[] = [
  { from: null, to: -24 },
  { from: -24, to: 0 },
  { from: 0, to: 3 },
  { from: 3, to: 6 },
  { from: 6, to: 12 },
  { from: 12, to: 24 },
  { from: 24, to: 48 },
  { from: 48, to: null },
];

export function addLeads(...all: readonly LeadTimes[]): LeadTimes {
  const sum: Record<string, number> = {};
  for (const one of all) for (const [hour, count] of Object.entries(one)) sum[hour] = (sum[hour] ?? 0) + count;
  return sum;
}

export function countIn(leads: LeadTimes, { from, to }: LeadBucket): number {
  return Object.entries(leads).reduce((sum, [hour, count]) => {
    const isIn = Number(hour) >= (from ?? -Infinity) && Number(hour) < (to ?? Infinity);
    return isIn ? sum + count : sum;
  }, 0);
}

/** The lead, in whole hours, that half of them had at least; null: there are none. */
export function medianLead(leads: LeadTimes): number | null {
  const hours = Object.entries(leads)
    .map(([hour, count]) => ({ hour: Number(hour), count }))
    .toSorted((one, other) => one.hour - other.hour);
  const half = hours.reduce((sum, { count }) => sum + count, 0) / 2;
  let seen = 0;
  for (const { hour, count } of hours) {
    seen += count;
    if (seen >= half && seen > 0) return hour;
  }
  return null;
}
