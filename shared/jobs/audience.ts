import type { Setting } from '../checks/check.ts';
import { stageOf } from '../checks/check.ts';
import { checkCards } from '../checks/registry.ts';
import type { Finding } from '../domain/finding.ts';
import { causeKey, causeOf } from '../domain/incident.ts';
import type { KnownActs } from '../domain/known-acts.ts';
import type { Heard, Silent } from '../domain/recheck.ts';
import type { Shop } from '../domain/shop.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import type { Watch } from '../ports/watch.ts';
import { isUrgent } from './held-lines.ts';
import { liveIncidents } from './incidents.ts';
import { nothingOwed, owe, settleCauses, type Owed } from './owed.ts';
import { mutedBy, ownSilences, relevantTo, silencesOf, type Silence } from './silences.ts';
import { snoozesAt } from './snoozes.ts';
import { voicesOf } from './voices.ts';

/** What decides who is told of an order's findings. */
export interface Hearing {
  readonly shop: Shop;
  readonly watch: Watch;
  readonly acts: KnownActs;
  readonly setting: Setting;
}

/**
 * Who is told of the last transition of an order's finding: what the run that made it owes of it, by what keeps things
 * silent now.
 */
export function audienceOf(finding: Finding, watched: WatchedOrder, of: Hearing): Heard {
  const { run, at } = finding.last;
  const subject = { kind: 'order', id: watched.order.id } as const;
  const silences = silencesFor(finding, watched, of);
  const voices = voicesOf(of.shop, of.watch, { kind: finding.quiet ? 'first-look' : 'sweep', now: at });
  const owed = nothingOwed({ ...of.setting, now: at }, voices);
  owe(owed, finding, subject, run, silences, watched);
  const incidents = liveIncidents(of.watch.findings);
  settleCauses(owed, incidents);
  const [by, later, notBy] = sorted(owed);
  if (by.length + later.length > 0) return { by, later, notBy, silent: null };
  const muted = mutedBy(relevantTo({ finding, subject, watched }, silences));
  const cause = causeOf(finding, watched.order);
  const incident = cause && incidents.get(causeKey(cause));
  return { by, later, notBy, silent: whySilent(finding, muted?.by ?? incident) };
}

function silencesFor(
  { last }: Finding,
  watched: WatchedOrder,
  { watch, shop, acts, setting }: Hearing,
): readonly Silence[] {
  return [
    ...silencesOf(watch.findings, last.run, shop),
    ...snoozesAt(acts, setting.now, watch.handedOver?.now),
    ...ownSilences(watched, last.run),
  ];
}

/** Channels that hear of it at once, those that hear of it in the morning, and those that do not. */
function sorted({ voices, speeches }: Owed): readonly [string[], string[], string[]] {
  const lists: [string[], string[], string[]] = [[], [], []];
  for (const [place, { channels, isAsleep }] of voices.entries()) {
    const lines = speeches[place]?.lines ?? [];
    const list = lines.length === 0 ? 2 : isAsleep && !lines.some(isUrgent) ? 1 : 0;
    lists[list].push(...channels.map(({ id }) => id));
  }
  return lists;
}

function whySilent({ check, stage, state }: Finding, by: string | undefined): Silent {
  const card = checkCards.find(({ id }) => id === check);
  if (card && stageOf(card, stage)?.quiet) return { because: 'listed' };
  if (state === 'dismissed') return { because: 'dismissed' };
  return by === undefined ? { because: 'nobody-listens' } : { because: 'silenced', by };
}
