import { z } from 'zod';
import type { RemediationRequest, RemedyItem } from '../domain/remediation.ts';
import type { Clock } from '../ports/clock.ts';
import type { NumberChange } from '../ports/corrections.ts';
import type { Ledger } from '../ports/records.ts';

const stored = z.tuple([z.string(), z.string(), z.string()]);

/**
 * What an earlier try of a request set out to enter before it died, by item. Once TikTok shows the number nothing asks for
 * it any more, and still somebody has to be told that it was entered in the shop's name.
 */
export async function intendedChanges(
  { id, shop }: RemediationRequest,
  items: readonly RemedyItem[],
  ledger: Pick<Ledger, 'find'>,
): Promise<ReadonlyMap<string, NumberChange>> {
  const keys = items.map(({ key }) => intentKey(id, key));
  const marks = await ledger.find('remedy', shop.id, keys);
  return new Map(
    items.flatMap(({ key: item }) => {
      const reference = marks.get(intentKey(id, item))?.reference;
      if (reference === undefined) return [];
      const [parcel, number, provider] = stored.parse(JSON.parse(reference));
      return [[item, { item, parcel, number, provider }] as const];
    }),
  );
}

/** Written before the first of them is entered. */
export async function intend(
  { id, shop }: RemediationRequest,
  changes: readonly NumberChange[],
  { ledger, clock }: { readonly ledger: Pick<Ledger, 'mark'>; readonly clock: Clock },
): Promise<void> {
  if (changes.length === 0) return;
  const marks = changes.map(({ item, parcel, number, provider }) => ({
    key: intentKey(id, item),
    at: clock.wall(),
    reference: JSON.stringify([parcel, number, provider]),
  }));
  await ledger.mark('remedy', shop.id, marks);
}

function intentKey(request: string, item: string): string {
  return `${request}>number>${item}`;
}
