import Table from 'cli-table3';
import { hours } from '../../../shared/domain/time.ts';
import type { Day, Fortnight } from './fortnight.ts';

/** The story for people, a line a day. */
export function fortnightReport(story: Fortnight): string {
  const { days, orders, repeating, duplicates, falseResolutions, sweepsLate, delays } = story;
  const table = new Table({
    head: ['day', 'orders placed', 'messages', 'to who sleeps', 'lines', 'open at midnight'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const { day, placed, messages, lines, open } of days) table.push([day, placed, ...messages, lines, open]);
  const sum = (of: (day: Day) => number): number => days.reduce((total, day) => total + of(day), 0);
  const messages = sum((day) => day.messages[0]);
  const lines = sum((day) => day.lines);
  table.push(['all', orders, messages, sum((day) => day.messages[1]), lines, '']);
  return [
    `A seller's fortnight: ${orders} orders, Easter, two outages of TikTok, one sweep missed, one killed half way.`,
    table.toString(),
    `told twice ${duplicates.length} (goal 0) · resolved falsely ${falseResolutions.length} (goal 0) · complete sweeps between a line and its notice: ${Math.max(0, ...sweepsLate)} at most (goal 0)`,
    `from the line to the notice: half within ${inHours(median(delays))} h, all within ${inHours(Math.max(0, ...delays))} h, outages included`,
    `if every sweep said all that is open: ${repeating.messages} messages with ${repeating.lines} lines; as one mail for each order: ${repeating.mails} mails`,
  ].join('\n');
}

export function missedByFortnight({ duplicates, falseResolutions, sweepsLate }: Fortnight): readonly string[] {
  return [
    ...duplicates.map((line) => `told twice: ${line}`),
    ...falseResolutions.map((line) => `resolved falsely: ${line}`),
    ...(sweepsLate.some((count) => count > 0) ? ['a notice came later than the first sweep that could know'] : []),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function inHours(length: number): string {
  return (length / hours(1)).toFixed(1);
}
