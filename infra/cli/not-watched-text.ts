import { checkCards } from '../../shared/checks/registry.ts';
import { unwatchedByNeed } from '../../shared/checks/unwatched.ts';
import type { NotWatched } from '../../shared/domain/not-watched.ts';
import { en } from '../../shared/messages/en.ts';
import type { ShopRound } from '../local/watching/round.ts';

/** What no notice of these shops can be about, and what it takes: one line for each check and reason. */
export function notWatchedText(shops: readonly ShopRound[], names: ReadonlyMap<string, string>): readonly string[] {
  const groups = new Map<string, Group>();
  for (const { shop, notWatched } of shops) {
    for (const one of notWatched) {
      const key = `${one.check}/${one.because}`;
      const { count, in: places } = groups.get(key) ?? { count: 0, in: [] };
      groups.set(key, { ...one, count: count + one.count, in: [...places, names.get(shop) ?? shop] });
    }
  }
  return [
    'Not watched:',
    ...[...groups.values()].map((group) => lineOf(group, shops.length)),
    ...unwatchedByNeed.map(comingLine),
  ];
}

type Group = NotWatched & { readonly in: readonly string[] };

function lineOf({ check, because, count, in: places }: Group, shops: number): string {
  const where = shops > 1 && places.length === shops ? 'in every shop' : places.join(', ');
  const kind = checkCards.find(({ id }) => id === check)?.on ?? 'order';
  return `  ${check} – ${inWords(because)} (${en.subjects(kind, count)}; ${where})`;
}

function comingLine({ needs, rules }: (typeof unwatchedByNeed)[number]): string {
  return `  ${rules.join(', ')} – need ${inWords(needs)}`;
}

/** `needs-attestations` reads as it is written. */
function inWords(id: string): string {
  return id.replaceAll('-', ' ');
}
