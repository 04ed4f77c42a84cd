import type { Fault, FaultBoard, Struck } from './faults.ts';

type WireOrder = Readonly<Record<string, unknown>>;

/** The page with one order that no schema accepts, when such a fault is set and its order is on the page. */
export function spoilOrder(data: unknown, faults: FaultBoard, struck: Struck): unknown {
  const page = data as { readonly orders: readonly WireOrder[] };
  const ids = page.orders.map(({ id }) => id);
  const fault = faults.strike('malformed-order', struck, ({ order = ids[0] }) => ids.includes(order));
  if (fault === undefined) return data;
  const target = fault.order ?? ids[0];
  return { ...page, orders: page.orders.map((order) => (order['id'] === target ? spoilt(order, fault.spoil) : order)) };
}

function spoilt(order: WireOrder, spoil: Extract<Fault, { kind: 'malformed-order' }>['spoil']): WireOrder {
  switch (spoil) {
    case 'status':
      return { ...order, status: 42 };
    case 'create_time':
      return { ...order, create_time: undefined };
    case 'id':
      return { ...order, id: undefined, status: 42 };
  }
}
