import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import type { Market } from '../../../shared/domain/shop.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { markets } from '../../../shared/policies/market-zone.ts';
import type { Pack } from '../../../shared/policies/policy.ts';
import { packs } from '../../../shared/policies/registry.ts';
import { marketHint } from '../market-hint.ts';
import { isCalendarDay, parseTime } from '../parse-time.ts';

// Options of `npm run policy` as people type them. All throw what commander prints.

export function parseMarket(text: string): Market {
  if (!markets.includes(text)) {
    throw new InvalidArgumentError(`${marketHint(text)}Known markets: ${markets.toSorted().join(', ')}.`);
  }
  return text;
}

/** An ISO date, e.g. `2026-07-01`. */
export function parseDate(text: string): string {
  if (!isCalendarDay(text)) throw new InvalidArgumentError('Give a date, e.g. 2026-07-01.');
  return text;
}

/** `us,article`, in order of preference. */
export function parsePacks(text: string): readonly Pack[] {
  return text.split(',').map((id) => {
    const pack = packs.find((known) => known.id === id.trim());
    if (!pack) throw new InvalidArgumentError(`Known packs: ${packs.map((known) => known.id).join(', ')}.`);
    return pack;
  });
}

/** A file with one start per line; empty lines and what follows a # are left out. */
export function readStarts(file: string): readonly Instant[] {
  return readLines(file).flatMap((line, place) => {
    const text = line.replace(/#.*/, '').trim();
    if (text === '') return [];
    try {
      return [parseTime(text)];
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      throw new InvalidArgumentError(`Line ${place + 1}: ${error.message}`);
    }
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    // A file that cannot be read is the person's to mend, like any other argument.
    if (error instanceof Error && 'code' in error)
      throw new InvalidArgumentError(`It cannot be read (${String(error.code)}).`);
    throw error;
  }
}
