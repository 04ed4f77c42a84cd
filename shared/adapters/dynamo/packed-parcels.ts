import type { Order, Parcel } from '../../domain/order.ts';
import { packText, refuse, unpackText } from './pack.ts';

const names = ['carrier', 'carrierId', 'deliveryOption', 'warehouse', 'amount', 'currency'] as const;
type Names = Pick<Order, (typeof names)[number]>;

export function packNames(order: Names): string {
  return names.map((name) => packText(order[name])).join('|');
}

export function unpackNames(packed: string): Names {
  const texts = packed.split('|');
  const known = names.map((name, place) => [name, unpackText(texts[place])] as const);
  return Object.fromEntries(known.filter(([, text]) => text !== undefined));
}

/** A parcel's carrier is nearly always the order's, which `~=` stands for. */
export function packParcels({ parcels, carrier }: Pick<Order, 'parcels' | 'carrier'>): string {
  return parcels
    .map((parcel) => {
      const own = parcel.carrier !== undefined && parcel.carrier === carrier ? '~=' : packText(parcel.carrier);
      return [packText(parcel.id), packText(parcel.number), own].join('|');
    })
    .join(';');
}

export function unpackParcels(packed: string, orderCarrier: string | undefined): readonly Parcel[] {
  return packed.split(';').map((text) => {
    const [id, number, own] = text.split('|');
    const parcelNumber = unpackText(number);
    const carrier = own === '~=' ? orderCarrier : unpackText(own);
    return {
      id: unpackText(id) ?? refuse('a parcel without id'),
      ...(parcelNumber !== undefined && { number: parcelNumber }),
      ...(carrier !== undefined && { carrier }),
    };
  });
}
