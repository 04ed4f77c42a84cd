import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import { jsonBytes } from '../domain/json-bytes.ts';
import type { Shop } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { plain } from '../messages/plain.ts';
import { groupOf, remedyOf } from './registry.ts';

/** More make a mail that nobody works through. */
const itemsPerRequest = 200;

/** A queue takes 256 KB (SQS, 2026-11), and carriers write in letters of three bytes. */
const bytesPerRequest = 200_000;

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
  return partsOf(entries).map((items, part) => {
    const group = part === 0 ? groupName(first) : `${groupName(first)} (${part + 1})`;
    return {
      v: 1,
      id: `${id}#${run}#${first.remedy}#${group}`,
      shop: { id, name, market, zone },
      run,
      remedy: first.remedy,
      group,
      to: operations,
      now,
      items,
    };
  });
}

/** As many as one message takes. */
function partsOf(entries: readonly OwedRemedy[]): readonly (readonly RemedyItem[])[] {
  const parts: RemedyItem[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const { item } of entries) {
    const size = jsonBytes(item) + 1;
    const part = parts.at(-1);
    if (!part || part.length >= itemsPerRequest || bytes + size > bytesPerRequest) {
      parts.push([item]);
      bytes = size;
    } else {
      part.push(item);
      bytes += size;
    }
  }
  return parts;
}

/** Part of the request's id, whose own separator is `#`. */
function groupName({ remedy, item }: OwedRemedy): string {
  const known = remedyOf(remedy);
  if (!known) throw new Error(`remedy ${remedy} is not registered`);
  return plain(groupOf(known, item).replaceAll('#', ' '), 60);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
