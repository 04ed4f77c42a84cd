import * as z from 'zod';
import { endpoints } from './calls.ts';
import type { Endpoint } from './calls.ts';

const scope = {
  /** Shop id; left out = every shop, and the seller's own calls. */
  shop: z.string().optional(),
  endpoint: z.enum(endpoints).optional(),
  /** How many requests it hits; left out = until it is cleared. */
  times: z.int().positive().optional(),
};

/** Something that goes wrong on the platform's side. */
export const Fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('latency'), ms: z.int().nonnegative(), ...scope }),
  z.strictObject({ kind: z.literal('rate-limited'), ...scope }),
  z.strictObject({ kind: z.literal('server-error'), status: z.literal([500, 503]), ...scope }),
  /** The connection breaks before an answer. */
  z.strictObject({ kind: z.literal('reset'), ...scope }),
  z.strictObject({ kind: z.literal('truncated'), ...scope }),
  /** One order of a search page cannot be parsed: `order`, else the page's first; `spoil` names what is wrong with it. */
  z.strictObject({
    kind: z.literal('malformed-order'),
    spoil: z.enum(['status', 'create_time', 'id']),
    order: z.string().optional(),
    ...scope,
  }),
  /** Access tokens issued so far are expired; one refreshed later works. */
  z.strictObject({ kind: z.literal('expired-token'), ...scope }),
  z.strictObject({ kind: z.literal('refused-refresh'), ...scope }),
  /** The app is disabled: every call is refused (36009004). */
  z.strictObject({ kind: z.literal('refuse-everything'), ...scope }),
]);
export type Fault = z.infer<typeof Fault>;
type FaultKind = Fault['kind'];

interface ActiveFault {
  readonly id: number;
  readonly fault: Fault;
  /** How many more requests it hits; undefined = any number. */
  readonly left: number | undefined;
}

export interface Faults {
  /** Returns an id for `clear`. */
  set(fault: Fault): number;
  /** One fault, or all of them. */
  clear(id?: number): void;
  list(): readonly ActiveFault[];
}

/** One request, as faults are matched with it. */
export interface Struck {
  readonly endpoint: Endpoint;
  readonly shop: string | undefined;
}

export interface FaultBoard extends Faults {
  /** The oldest fault of this kind that applies, and uses it up by one. */
  strike<Kind extends FaultKind>(
    kind: Kind,
    request: Struck,
    applies?: (fault: Extract<Fault, { kind: Kind }>, generations: number) => boolean,
  ): Extract<Fault, { kind: Kind }> | undefined;
}

interface Pinned {
  readonly id: number;
  readonly fault: Fault;
  left: number | undefined;
  /** Token generations issued when it was set. */
  readonly generations: number;
}

function isOfKind<Kind extends FaultKind>(fault: Fault, kind: Kind): fault is Extract<Fault, { kind: Kind }> {
  return fault.kind === kind;
}

function covers({ shop, endpoint }: Fault, request: Struck): boolean {
  return (shop === undefined || shop === request.shop) && (endpoint === undefined || endpoint === request.endpoint);
}

export function faultBoard(generations: () => number): FaultBoard {
  let board: Pinned[] = [];
  let ids = 0;
  return {
    set(fault) {
      ids += 1;
      board.push({ id: ids, fault, left: fault.times, generations: generations() });
      return ids;
    },
    clear(id) {
      board = id === undefined ? [] : board.filter((pinned) => pinned.id !== id);
    },
    list: () => board.map(({ id, fault, left }) => ({ id, fault, left })),
    strike(kind, request, applies = () => true) {
      for (const pinned of board) {
        const { fault } = pinned;
        if (!isOfKind(fault, kind) || !covers(fault, request) || !applies(fault, pinned.generations)) continue;
        if (pinned.left !== undefined) pinned.left -= 1;
        board = board.filter(({ left }) => left !== 0);
        return fault;
      }
      return undefined;
    },
  };
}
