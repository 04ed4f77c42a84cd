import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { QuietHours } from '../../../shared/domain/shop.ts';
import { after, before, hours, iso, type Instant } from '../../../shared/domain/time.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import { policyWith, type RuleChanges } from '../../replay/rule-set.ts';
import { UnknownThreshold } from '../../replay/threshold.ts';
import type { ReplayedTime } from '../../replay/replay-chain.ts';
import { marketHint } from '../market-hint.ts';

export interface ReplayOptions {
  readonly orders?: string;
  readonly market: string;
  readonly seed: number;
  readonly shop?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly set?: readonly string[];
  readonly packs?: readonly string[];
  readonly quietHours?: QuietHours | 'none';
  readonly json: boolean;
  readonly csv?: string;
  readonly html?: string;
}

/** The rules that are different; undefined: none. Throws what commander prints. */
export function changesOf({ set = [], packs, quietHours }: ReplayOptions): RuleChanges | undefined {
  if (set.length === 0 && !packs && quietHours === undefined) return undefined;
  const changes = { set, ...(packs && { packs }), ...(quietHours !== undefined && { quietHours }) };
  try {
    policyWith(changes);
  } catch (error) {
    // Recovery: whoever typed it reads what is known.
    if (!(error instanceof UnknownThreshold)) throw error;
    throw new InvalidArgumentError(`--set ${error.message}`);
  }
  return changes;
}

/** `22:00-08:00`, or `none`. Throws what commander prints. */
export function parseQuietHours(text: string): QuietHours | 'none' {
  if (text === 'none') return text;
  const time = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
  const [, from, to] = new RegExp(`^(${time})-(${time})$`).exec(text) ?? [];
  if (from === undefined || to === undefined || from === to) {
    throw new InvalidArgumentError('Give two different times of day, e.g. 22:00-08:00, or none.');
  }
  return { from, to };
}

/** `gb,article`. Throws what commander prints. */
export function parsePacks(text: string): readonly string[] {
  const packs = text.split(',').map((pack) => pack.trim());
  const unknown = packs.find((pack) => !knownToShops.packs.includes(pack));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(
      `There is no pack ${JSON.stringify(unknown)}; known are ${knownToShops.packs.join(', ')}.`,
    );
  }
  if (new Set(packs).size < packs.length) throw new InvalidArgumentError('Name each pack once.');
  return packs;
}

/** A file that can be written when all is done. Throws what commander prints. */
export function parseOutput(file: string): string {
  if (!existsSync(dirname(file))) throw new InvalidArgumentError(`There is no folder ${dirname(file)}.`);
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new InvalidArgumentError('It is a folder.');
    accessSync(existsSync(file) ? file : dirname(file), constants.W_OK);
  } catch (error) {
    // Recovery: said now, and not after minutes of work.
    if (error instanceof InvalidArgumentError || !(error instanceof Error)) throw error;
    throw new InvalidArgumentError(`It cannot be written (${'code' in error ? String(error.code) : error.message}).`);
  }
  return file;
}

/** What is read and what is written are files of their own. Throws what commander prints. */
export function requireOwnFiles({ orders, csv, html }: ReplayOptions): void {
  const files = Object.entries({ orders, csv, html }).flatMap(([option, file]) =>
    file === undefined ? [] : [{ option, place: resolve(file) }],
  );
  for (const { option, place } of files) {
    const first = files.find((other) => other.place === place);
    if (first && first.option !== option)
      throw new InvalidArgumentError(`--${first.option} and --${option} are the same file: name another one`);
  }
}

export function parseMarket(text: string): string {
  if (!/^[A-Z]{2}$/.test(text)) throw new InvalidArgumentError(`${marketHint(text)}Give two capital letters, e.g. GB.`);
  return text;
}

export function parseSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, e.g. 7.');
  return Number(text);
}

/** Ten years of hours: beyond, a year was mistyped. */
const mostHours = 10 * 366 * 24;

/** What is asked for, before anything is read. Throws what commander prints. */
export function requireTime({ from, to }: Pick<ReplayOptions, 'from' | 'to'>): void {
  if (from === undefined || to === undefined) return;
  if (to < from) throw new InvalidArgumentError('the end lies before the beginning');
  if (after(from, hours(mostHours)) < to) throw new InvalidArgumentError('at most ten years are replayed at a time');
}

/** The hours to replay: what is asked for, else what the history spans. Throws what commander prints. */
export function timeOf({ from, to }: ReplayOptions, span: ReplayedTime | undefined): ReplayedTime {
  if (!span) throw new InvalidArgumentError('there is no order to replay');
  const [first, last] = [from ?? span.from, to ?? span.until];
  if (last < span.from || last < first || before(first, hours(60 * 24)) > span.until) {
    throw new InvalidArgumentError(
      `nothing happens then: orders come and change from ${iso(span.from)} to ${iso(span.until)}`,
    );
  }
  requireTime({ from: first, to: last });
  return { from: first, until: last };
}
