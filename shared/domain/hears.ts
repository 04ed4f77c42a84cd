import { carrierKey } from './carrier-name.ts';
import type { Finding } from './finding.ts';
import { after, type Duration, type Instant } from './time.ts';
import { severities, type Severity } from './verdict.ts';

/** What a receiver hears of; what is left out leaves nothing out. */
export interface Hears {
  /** This and what is graver. */
  readonly severity?: Severity;
  /** Ids of checks. */
  readonly checks?: readonly string[];
  /** Parcels of these carriers, by name or id; what is no parcel's is heard all the same. */
  readonly carriers?: readonly string[];
  readonly markets?: readonly string[];
  /** A finding from the moment on when nobody has dealt with it for so long. */
  readonly unattended?: Duration;
  /** Neither digest nor weekly report; left out: both, whole. */
  readonly reports?: false;
  /** Requests for remedies as well: a system that carries them out; left out: none. */
  readonly remedies?: true;
}

/** A finding, as far as it matters who hears of it. */
export interface Hearable {
  readonly check: string;
  readonly severity: Severity;
  readonly market: string;
  /** Empty: it is no parcel's. */
  readonly carriers: readonly string[];
}

export function hearsOf(
  { severity, checks, carriers, markets }: Hears,
  { check, severity: grave, market, carriers: names }: Hearable,
): boolean {
  if (severity && severities.indexOf(grave) < severities.indexOf(severity)) return false;
  if (checks && !checks.includes(check)) return false;
  if (markets && !markets.includes(market)) return false;
  if (!carriers || names.length === 0) return true;
  const wanted = new Set(carriers.map(carrierKey));
  return names.some((name) => wanted.has(carrierKey(name)));
}

/** A report is the shop's state, not news: it comes whole, whatever else the receiver hears. */
export function hearsReports({ markets, reports }: Hears, market: string): boolean {
  return reports === undefined && (markets?.includes(market) ?? true);
}

/** From when on a finding concerns the receiver: as it opens, or when nobody has dealt with it in time. */
export function concernsFrom({ unattended }: Hears, { openedAt }: Pick<Finding, 'openedAt'>): Instant {
  return unattended === undefined ? openedAt : after(openedAt, unattended);
}
