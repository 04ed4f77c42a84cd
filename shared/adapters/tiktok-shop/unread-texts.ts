import type { UnreadText } from '../../ports/marketplace.ts';

/** A carrier's wording comes with many parcels, a name with one: what fewer orders show is kept to itself. */
const fewestOrders = 3;

const mostTold = 20;
const longestText = 80;

/** Enough for the wordings of some carriers; what comes later in a sweep comes earlier in another one. */
const mostKept = 1_000;

/**
 * Texts of scans that say nothing certain, so that phrases can be added for them. They may hold personal data, so
 * numbers and addresses are folded, and only what several orders show is ever told; the rest dies with the sweep.
 */
export class UnreadTexts {
  readonly #orders = new Map<string, number>();

  /** The texts of one order's trace. */
  note(texts: readonly string[]): void {
    for (const text of new Set(texts.map(fold))) {
      const known = this.#orders.get(text);
      if (known !== undefined || this.#orders.size < mostKept) this.#orders.set(text, (known ?? 0) + 1);
    }
  }

  /** By the number of orders that show them, the most frequent first. */
  read(): readonly UnreadText[] {
    return [...this.#orders]
      .flatMap(([text, orders]) => (orders >= fewestOrders ? [{ text, orders }] : []))
      .toSorted((one, other) => other.orders - one.orders || (one.text < other.text ? -1 : 1))
      .slice(0, mostTold);
  }
}

function fold(text: string): string {
  const folded = text
    .replace(/\S*@\S*/gu, '@')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/\p{Nd}+/gu, '#')
    .trim();
  return Array.from(folded).slice(0, longestText).join('').trimEnd();
}
