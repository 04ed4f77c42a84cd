import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { plain } from '../messages/plain.ts';
import { remedyOf } from './registry.ts';

/** About half of what a queue message holds (SQS: 256 KB). */
const itemsPerRequest = 200;

export interface OwedRemedy {
  readonly remedy: string;
  readonly item: RemedyItem;
}

export interface RemedyRun {
  readonly shop: Pick<Shop, 'id' | 'name' | 'market' | 'zone' | 'operations'>;
  readonly run: string;
  readonly now: Instant;
}

/**
 * One request per remedy and group, at most 200 items each; throws on a remedy nobody has registered.
 * The same items in any order give the same requests, so a run that is handed over again repeats their ids.
 */
export function planRemedies(owed: readonly OwedRemedy[], context: RemedyRun): readonly RemediationRequest[] {
  const groups = new Map<string, OwedRemedy[]>();
  for (const entry of owed.toSorted((one, other) => compare(one.item.key, other.item.key))) {
    // Carriers are spelled with and without capitals; that is no reason for two mails.
    const key = `${entry.remedy}#${groupName(entry).toLowerCase()}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.entries()]
    .toSorted(([one], [other]) => compare(one, other))
    .flatMap(([, entries]) => requestsFor(entries, context));
}

function requestsFor(entries: readonly OwedRemedy[], { shop, run, now }: RemedyRun): readonly RemediationRequest[] {
  const [first] = entries;
  if (!first) return [];
  const { id, name, market, zone, operations } = shop;
  const requests: RemediationRequest[] = [];
  for (let start = 0; start < entries.length; start += itemsPerRequest) {
    const part = requests.length + 1;
    const group = part === 1 ? groupName(first) : `${groupName(first)} (${part})`;
    requests.push({
      v: 1,
      id: `${id}#${run}#${first.remedy}#${group}`,
      shop: { id, name, market, zone },
      run,
      remedy: first.remedy,
      group,
      to: operations,
      now,
      items: entries.slice(start, start + itemsPerRequest).map(({ item }) => item),
    });
  }
  return requests;
}

/** Part of the request's id, whose own separator is `#`. */
function groupName({ remedy, item }: OwedRemedy): string {
  const known = remedyOf(remedy);
  if (!known) throw new Error(`remedy ${remedy} is not registered`);
  return plain(known.group(item).replaceAll('#', ' '), 60);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
