import * as z from 'zod';
import { codes, Refused } from '../refused.ts';
import type { ShopWorld, World } from '../world.ts';
import type { Unix } from '../life.ts';

/** A shop-level call that was admitted. */
export interface ShopCall {
  readonly world: World;
  readonly shop: ShopWorld;
  readonly now: Unix;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** The part of the path that names one order or parcel. */
  readonly id: string;
}

/** The answer's `data`, and what is remembered once it has really been sent. */
export interface Served {
  readonly data: unknown;
  readonly sent?: () => void;
}

export function badParameter(name: string): Refused {
  return new Refused(codes.badRequest, `Invalid parameter: ${name}.`);
}

/** No body at all is as good as `{}`. Throws Refused with the first wrong field. */
export function bodyOf<Shape>(schema: z.ZodType<Shape>, body: Buffer): Shape {
  const parsed = schema.safeParse(body.length === 0 ? {} : jsonOf(body));
  if (!parsed.success) throw badParameter(parsed.error.issues[0]?.path.join('.') || 'body');
  return parsed.data;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badParameter('body');
  }
}

/** Both searches filter by these; a missing bound leaves that side open. */
export const timeFilters = {
  create_time_ge: z.int().optional(),
  create_time_lt: z.int().optional(),
  update_time_ge: z.int().optional(),
  update_time_lt: z.int().optional(),
};

type TimeFilters = z.infer<z.ZodObject<typeof timeFilters>>;

/** Nothing after now exists, so "until now" needs no bound. */
export function windowsOf(filters: TimeFilters): {
  readonly created: { readonly from: Unix; readonly before: Unix };
  readonly updated: { readonly from: Unix; readonly before: Unix };
} {
  return {
    created: { from: filters.create_time_ge ?? 0, before: filters.create_time_lt ?? Infinity },
    updated: { from: filters.update_time_ge ?? 0, before: filters.update_time_lt ?? Infinity },
  };
}

export interface Paging<Field extends string> {
  readonly size: number;
  readonly by: Field;
  readonly order: 'ASC' | 'DESC';
}

/** `page_size` is required; the first field is the default. Throws Refused. */
export function pagingOf<Field extends string>(
  query: URLSearchParams,
  most: number,
  fields: readonly [Field, ...Field[]],
): Paging<Field> {
  const size = query.get('page_size') ?? '';
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > most) throw badParameter('page_size');
  const wanted = query.get('sort_field') ?? fields[0];
  const by = fields.find((field) => field === wanted);
  if (by === undefined) throw badParameter('sort_field');
  const order = query.get('sort_order') ?? 'DESC';
  if (order !== 'ASC' && order !== 'DESC') throw badParameter('sort_order');
  return { size: Number(size), by, order };
}
