import { packText, refuse, unpackText } from './pack.ts';

/**
 * Words that findings are made of, by their place in this list. The list is part of the stored format: append to
 * it, never reorder it. A word that is not in it is stored as it is, so a new check works without an entry here.
 */
const words = [
  'confirm-by',
  'confirm-due-soon',
  'confirm-overdue',
  'pickup-by',
  'pickup-due-soon',
  'pickup-overdue',
  'trace-silent',
  'trace-gap-48',
  'tracking-stale',
  'deliver-by',
  'delivery-due-soon',
  'delivery-overdue',
  'delivery-late-counted',
  'article',
  'pickup-by-gb',
  'deliver-by-gb',
  'deliver-by-sea',
  'deliver-by-us',
  'rts_sla_time',
  'tts_sla_time',
  'delivery_sla_time',
  'shipping_due_time',
  'collection_due_time',
  'delivery_due_time',
  'pick_up_cut_off_time',
  'delivery_option_required_delivery_time',
  'fast_dispatch_sla_time',
  'cancel_order_sla_time',
] as const;

const places: ReadonlyMap<string, number> = new Map(words.map((word, place) => [word, place]));

export function packWord(word: string): string {
  const place = places.get(word);
  return place === undefined ? `'${packText(word)}` : place.toString(36);
}

export function unpackWord(packed: string | undefined): string {
  if (packed === undefined || packed === '') return refuse('a missing word');
  if (packed.startsWith("'")) return unpackText(packed.slice(1)) ?? refuse('a missing word');
  return words[Number.parseInt(packed, 36)] ?? refuse('an unknown word');
}
