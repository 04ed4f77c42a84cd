import { InvalidArgumentError } from 'commander';
import { isClosed } from '../../../shared/domain/order.ts';
import { plain } from '../../../shared/messages/plain.ts';
import type { LiveFinding } from '../../local/watching/live-findings.ts';
import { findingName } from '../finding-table.ts';

/**
 * The finding that somebody means: by its whole name, or by the beginning of one that no other has. Throws what
 * commander prints where there is none, or more than one.
 */
export function findingNamed(typed: string, among: readonly LiveFinding[]): LiveFinding {
  // A name is copied as it stands, cut or not.
  const name = typed.trim().replace(/(…|\.\.\.)$/, '');
  const open = among.filter(isOpen);
  const exact = open.filter((one) => nameOf(one) === name);
  const found = exact.length > 0 ? exact : open.filter((one) => name !== '' && nameOf(one).startsWith(name));
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  throw new InvalidArgumentError(only ? ambiguous(typed, found) : unknown(typed));
}

/** What is over is nobody's business any more; that it closed is written before its findings end. */
export function isOpen({ watched }: Pick<LiveFinding, 'watched'>): boolean {
  return watched === undefined || !isClosed(watched.order);
}

export function nameOf({ subject, finding }: LiveFinding): string {
  return findingName({ check: finding.check, subject });
}

function unknown(typed: string): string {
  const order = /^\d{6,}$/.test(typed) ? `; all findings of an order: --order ${typed}` : '';
  return `no finding ${JSON.stringify(plain(typed))} is open: tidewatch findings --state all lists them${order}`;
}

function ambiguous(typed: string, found: readonly LiveFinding[]): string {
  const names = new Set(found.map(nameOf));
  const shown = [...names].slice(0, 3).join(', ');
  if (names.size === 1) {
    const shops = [...new Set(found.map(({ shop }) => shop.id))].join(', ');
    return `${shown} is open in several shops: say which with --shop: ${shops}`;
  }
  const more = names.size > 3 ? ` and ${names.size - 3} more` : '';
  return `${JSON.stringify(plain(typed))} begins the names of ${names.size} findings: ${shown}${more}`;
}
