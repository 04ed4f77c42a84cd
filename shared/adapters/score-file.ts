import * as z from 'zod';
import { metrics, type Metric, type Score } from '../domain/score.ts';
import { after, days, instant, type Instant } from '../domain/time.ts';
import { readCsvTable, type Refused } from './csv-table.ts';

export interface ScoreFile {
  readonly scores: readonly Score[];
  readonly refused: readonly Refused[];
}

/** What people call them beside our own names. */
const otherNames: Readonly<Record<string, Metric>> = { lts: 'logistics-score', completeness: 'trace-completeness' };

/** TikTok's pages show both figures out of a hundred. */
const highest = 100;

/**
 * Reads `date,metric,value`, e.g. `2026-11-22,lts,81`. Lines that cannot be taken are named and left out. Throws when
 * the header is not usable.
 */
export function readScores(text: string, now: Instant): ScoreFile {
  const scores: Score[] = [];
  const refused: Refused[] = [];
  for (const row of readCsvTable(text, ['date', 'metric', 'value'])) {
    if ('problem' in row) refused.push(row);
    else {
      const read = readLine(row.cells, now);
      if ('problem' in read) refused.push({ line: row.line, ...read });
      else scores.push(read);
    }
  }
  return { scores, refused };
}

function readLine(cells: ReadonlyMap<string, string>, now: Instant): Score | Omit<Refused, 'line'> {
  const [date = '', name = '', figure = ''] = ['date', 'metric', 'value'].map((column) => cells.get(column));
  const at = readDate(date);
  if (at === undefined) return complaint('date', date, 'is not a date: write e.g. 2026-11-22');
  // East of Greenwich it is tomorrow already.
  if (at > after(now, days(1))) return complaint('date', date, 'lies in the future');
  const lower = name.toLowerCase();
  const metric = metrics.find((known) => known === lower) ?? otherNames[lower];
  if (!metric) return complaint('metric', name, `is none of ${[...metrics, ...Object.keys(otherNames)].join(', ')}`);
  const value = /^\d{1,3}(\.\d+)?$/.test(figure) ? Number(figure) : Number.NaN;
  if (!(value <= highest)) return complaint('value', figure, `is not a number from 0 to ${highest}, e.g. 86.5`);
  return { metric, at, value };
}

const dateOrTime = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** Midnight UTC of a bare date. */
function readDate(text: string): Instant | undefined {
  return dateOrTime.safeParse(text).success ? instant(Date.parse(text)) : undefined;
}

function complaint(field: string, text: string, problem: string): Omit<Refused, 'line'> {
  return {
    field,
    problem: text === '' ? `is empty and ${problem}` : `${JSON.stringify(text.slice(0, 40))} ${problem}`,
  };
}
