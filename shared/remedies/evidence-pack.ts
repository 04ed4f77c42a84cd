import type { OrderItem } from '../domain/remediation.ts';
import type { Attachment } from '../ports/messaging.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { evidencePage } from './evidence-page.ts';
import type { RemedyCall } from './remedy.ts';

/** Nobody prints more; the table that goes with them names every order (house rule, 2026-11). */
const mostPages = 20;

/**
 * Two files that stand alone: the pages, one A4 sheet for each order, and the data that their hashes are over. Empty where
 * nothing is known of any order.
 */
export function evidencePack(call: RemedyCall<'order'>, items: readonly OrderItem[]): readonly Attachment[] {
  const pieces = items.slice(0, mostPages).flatMap((item): Evidence[] => {
    const file = call.files.get(item.order);
    return file ? [evidenceOf(item, file, call.request.now)] : [];
  });
  if (pieces.length === 0) return [];
  return [
    { filename: 'evidence.html', contentType: 'text/html; charset=utf-8', content: evidencePage(pieces, call) },
    { filename: 'evidence.json', contentType: 'application/json', content: dataOf(pieces) },
  ];
}

/** Each trace on a line of its own, exactly as it was hashed. */
function dataOf(pieces: readonly Evidence[]): string {
  const lines = pieces.flatMap(({ sources }) => sources.map(({ data }) => data));
  return `[\n${lines.join(',\n')}\n]\n`;
}
