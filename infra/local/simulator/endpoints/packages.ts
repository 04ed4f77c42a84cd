import * as z from 'zod';
import { codes, Refused } from '../refused.ts';
import { parcelDetailObject, parcelListObject } from '../wire/parcel-object.ts';
import { pageOf } from './page.ts';
import { bodyOf, pagingOf, timeFilters, windowsOf } from './parameters.ts';
import type { Served, ShopCall } from './parameters.ts';

const PackageSearch = z.object({
  ...timeFilters,
  package_status: z.enum(['PROCESSING', 'FULFILLING', 'COMPLETED', 'CANCELLED']).optional(),
});

/** POST /fulfillment/202309/packages/search */
export function searchPackages(call: ShopCall): Served {
  const { shop, now } = call;
  const search = bodyOf(PackageSearch, call.body);
  const paging = pagingOf(call.query, 50, ['create_time', 'update_time', 'order_pay_time']);
  const status = search.package_status === undefined ? {} : { status: search.package_status };
  const name = JSON.stringify(search);
  const found = shop.parcels.find(now, { by: paging.by, ...windowsOf(search), ...status }, `${paging.by}/${name}`);
  const { places, ...page } = pageOf(call, found, paging, name);
  const packages = places.flatMap((place) => {
    const parcel = shop.parcels.at(place, now);
    return parcel === undefined ? [] : [parcelListObject(parcel, now)];
  });
  return { data: { ...page, packages } };
}

/** GET /fulfillment/202309/packages/{id} */
export function readPackage({ shop, now, id }: ShopCall): Served {
  const parcel = shop.parcels.withId(id, now);
  if (parcel === undefined) throw new Refused(codes.permissionDenied, 'Permission denied.');
  return { data: parcelDetailObject(parcel, now, shop) };
}
