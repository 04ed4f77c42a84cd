import { slice } from '../ranked-keys.ts';
import type { Place, RankedKeys } from '../ranked-keys.ts';
import { badParameter } from './parameters.ts';
import type { Paging, ShopCall } from './parameters.ts';

export interface Page {
  readonly places: readonly Place[];
  readonly next_page_token: string;
  readonly total_count: number;
}

/** One page of a ranked list; `list` names it, so that a token of another search is refused. */
export function pageOf(call: ShopCall, ranked: RankedKeys, paging: Paging<string>, list: string): Page {
  const name = `${call.shop.id}/${paging.by}/${paging.order}/${list}`;
  const token = call.query.get('page_token') ?? '';
  const last = token === '' ? undefined : call.world.pages.read(token, name);
  if (token !== '' && last === undefined) throw badParameter('page_token');
  const { places, more } = slice(ranked, paging.order, paging.size, last);
  const end = places.at(-1);
  return {
    places,
    next_page_token: more && end !== undefined ? call.world.pages.issue(end, name) : '',
    total_count: ranked.keys.length,
  };
}
