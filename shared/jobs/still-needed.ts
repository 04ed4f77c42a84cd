import { isLive, type Finding, type Subject } from '../domain/finding.ts';
import { knownActs, refKey, refOf, seenBy, type KnownActs } from '../domain/known-acts.ts';
import { isClosed } from '../domain/order.ts';
import type { RemedyItem } from '../domain/remediation.ts';
import type { ActBook } from '../ports/acts.ts';
import type { Clock } from '../ports/clock.ts';
import type { Watch, Watches } from '../ports/watch.ts';
import type { AnyRemedy } from '../remedies/registry.ts';
import type { CaseFile } from '../remedies/remedy.ts';
import type { Concerned } from './silences.ts';
import { snoozesAt } from './snoozes.ts';

interface Asked {
  readonly remedy: AnyRemedy;
  readonly shop: string;
  readonly files: ReadonlyMap<string, CaseFile>;
}

interface NeedPorts {
  readonly acts: Pick<ActBook, 'list'>;
  readonly watches: Pick<Watches, 'read'>;
  readonly clock: Clock;
}

/** What of a request its finding still asks for: it lives, in the same episode, and nobody has taken care of it. */
export async function stillNeeded(
  items: readonly RemedyItem[],
  { remedy, shop, files }: Asked,
  { acts, watches, clock }: NeedPorts,
): Promise<readonly RemedyItem[]> {
  const known = knownActs(await acts.list(shop));
  const watch = remedy.on === 'credential' ? await watches.read(shop) : undefined;
  return items.filter((item) => {
    const found = item.kind === 'order' ? inBook(item, files) : inWatch(item, watch);
    if (!found || !remedy.stages.includes(found.finding.stage)) return false;
    return !isTakenCareOf(found, known) && !isSnoozedNow(found, known, clock);
  });
}

function inBook(item: Extract<RemedyItem, { kind: 'order' }>, files: Asked['files']): Concerned | undefined {
  const watched = files.get(item.order)?.watched;
  if (!watched || isClosed(watched.order)) return undefined;
  return concerned(item, { kind: 'order', id: item.order }, watched.findings, watched);
}

function inWatch(item: Extract<RemedyItem, { kind: 'credential' }>, watch: Watch | undefined): Concerned | undefined {
  const subject = { kind: 'credential', id: item.credential } as const;
  const own = (watch?.findings ?? []).filter(
    (entry) => entry.subject.kind === 'credential' && entry.subject.id === subject.id,
  );
  return concerned(
    item,
    subject,
    own.map(({ finding }) => finding),
  );
}

function concerned(
  { check, key }: RemedyItem,
  subject: Subject,
  findings: readonly Finding[],
  watched?: Concerned['watched'],
): Concerned | undefined {
  const finding = findings.find((one) => one.check === check && isLive(one) && key.endsWith(`#${one.episode}`));
  return finding && { finding, subject, watched };
}

/** Somebody says that it needs nothing, or has filed it already. To have taken it on is no reason not to ask. */
function isTakenCareOf({ finding, subject }: Concerned, { taken }: KnownActs): boolean {
  const act = taken.get(refKey(refOf(subject, finding)));
  return act !== undefined && act.kind !== 'acknowledge' && seenBy(act) >= finding.last.at;
}

function isSnoozedNow(of: Concerned, acts: KnownActs, clock: Clock): boolean {
  return snoozesAt(acts, clock.world(), undefined).some(({ covers }) => covers?.(of));
}
