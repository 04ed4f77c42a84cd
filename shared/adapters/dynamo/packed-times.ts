import type { Order, PlatformTimes } from '../../domain/order.ts';
import type { Instant } from '../../domain/time.ts';
import { instant } from '../../domain/time.ts';
import { packTime, refuse, unpackTime } from './pack.ts';

const ownTimes = {
  updatedAt: 'U',
  paidAt: 'P',
  confirmedAt: 'R',
  collectedAt: 'C',
  deliveredAt: 'D',
  cancelledAt: 'X',
  cancelRequestedAt: 'Q',
} as const satisfies { readonly [Field in keyof Order]?: string };

const platformTimes = {
  rts_sla_time: 'A',
  tts_sla_time: 'B',
  delivery_sla_time: 'E',
  shipping_due_time: 'F',
  collection_due_time: 'G',
  delivery_due_time: 'H',
  pick_up_cut_off_time: 'I',
  delivery_option_required_delivery_time: 'J',
  fast_dispatch_sla_time: 'K',
  cancel_order_sla_time: 'L',
} as const satisfies Record<keyof PlatformTimes, string>;

const ownNames = namesByLetter(ownTimes);
const platformNames = namesByLetter(platformTimes);

type OwnTimes = Pick<Order, 'createdAt' | keyof typeof ownTimes>;
type Times = OwnTimes & Pick<Order, 'platform'>;

const epoch = instant(0);

/** The creation, then a capital letter for each other time there is and its distance from the creation. */
export function packTimes(order: Times): string {
  const { createdAt, platform } = order;
  const own = packNamed(ownTimes, order, createdAt);
  return `${packTime(createdAt, epoch)}${own}${packNamed(platformTimes, platform, createdAt)}`;
}

export function unpackTimes(packed: string): Times {
  const [created = '', ...rest] = packed.split(/(?=[A-Z])/);
  const createdAt = unpackTime(created, epoch);
  const own: Partial<Record<keyof typeof ownTimes, Instant>> = {};
  const platform: Partial<Record<keyof PlatformTimes, Instant>> = {};
  for (const text of rest) {
    const letter = text.charAt(0);
    const at = unpackTime(text.slice(1), createdAt);
    const ownName = ownNames.get(letter);
    const platformName = platformNames.get(letter);
    if (ownName) own[ownName] = at;
    else if (platformName) platform[platformName] = at;
    else refuse('an unknown time');
  }
  const { updatedAt, ...others } = own;
  return { createdAt, updatedAt: updatedAt ?? refuse('no update time'), ...others, platform };
}

function packNamed<Name extends string>(
  letters: Readonly<Record<Name, string>>,
  times: { readonly [Key in NoInfer<Name>]?: Instant },
  base: Instant,
): string {
  let packed = '';
  for (const name in letters) {
    const at = times[name];
    if (at !== undefined) packed += `${letters[name]}${packTime(at, base)}`;
  }
  return packed;
}

function namesByLetter<Name extends string>(letters: Readonly<Record<Name, string>>): ReadonlyMap<string, Name> {
  const names = new Map<string, Name>();
  for (const name in letters) names.set(letters[name], name);
  return names;
}
