import * as z from 'zod';
import type { Instant } from '../../domain/time.ts';
import { Rejected } from '../../ports/errors.ts';
import type { Malformed, OrderPage, OrderWindow } from '../../ports/marketplace.ts';
import { fieldPaths } from './field-paths.ts';
import { id, time } from './field.ts';
import { wireOrder } from './order-schema.ts';
import { present } from './present.ts';
import { readOrder } from './read-order.ts';

const page = z.object({
  orders: z.array(z.unknown()).nullish(),
  /** Opaque: sent back as it came. */
  next_page_token: z.string().nullish(),
  total_count: z.int().nonnegative().nullish(),
});

/** What can be read of an order that as a whole cannot. */
const remains = z.object({
  id: id.optional().catch(undefined),
  create_time: time.optional().catch(undefined),
  update_time: time.optional().catch(undefined),
});

interface PageOf {
  readonly by: OrderWindow['by'];
  /** No page token was sent. */
  readonly first: boolean;
}

/**
 * Reads one page of orders. An order that cannot be read is put aside with its failing paths and the page goes on;
 * a page that is none throws Rejected with the paths.
 */
export function readOrderPage(data: unknown, of: PageOf): OrderPage {
  const parsed = page.safeParse(data);
  if (!parsed.success) throw unreadable(fieldPaths(parsed.error, ['data']));
  const { orders, next_page_token: token, total_count: total } = parsed.data;
  const next = token || undefined;
  // Nothing found may come without a list. Orders announced without a list are a format we do not know.
  if (!orders && (next !== undefined || (of.first && total))) throw unreadable(['data.orders']);
  const elements = orders ?? [];
  const read = elements.map((element, at) => readElement(element, at));
  return {
    orders: read.flatMap(({ order }) => order ?? []),
    malformed: read.flatMap(({ malformed }) => malformed ?? []),
    total: total ?? elements.length,
    ...present({ next, reached: reached(elements, of.by) }),
  };
}

function unreadable(paths: readonly string[]): Rejected {
  return new Rejected(`order search: unreadable at ${paths.join(', ')}`);
}

function readElement(element: unknown, at: number) {
  const parsed = wireOrder.safeParse(element);
  if (parsed.success) return { order: readOrder(parsed.data) };
  const readable = remainsOf(element);
  const malformed: Malformed = {
    paths: fieldPaths(parsed.error, ['orders', at]),
    ...present({ id: readable?.id, updatedAt: readable?.update_time }),
  };
  return { malformed };
}

/** The page ascends by the window's field, so its last readable time is how far it got, malformed orders included. */
function reached(elements: readonly unknown[], by: OrderWindow['by']): Instant | undefined {
  for (const element of elements.toReversed()) {
    const at = remainsOf(element)?.[by];
    if (at !== undefined) return at;
  }
  return undefined;
}

function remainsOf(element: unknown): z.infer<typeof remains> | undefined {
  return remains.safeParse(element).data;
}
