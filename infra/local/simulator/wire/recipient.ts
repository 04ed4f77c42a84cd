import { fillShape } from '../carriers.ts';
import type { Market } from '../markets.ts';
import { diceAt } from '../random.ts';
import type { Dice } from '../random.ts';
import type { Status, Traits } from '../life.ts';

/**
 * At least one of these stands in every piece of made-up buyer data that is not masked, and nowhere
 * else: whoever stores or logs one of them has leaked a buyer.
 */
export const buyerMarkers: readonly string[] = ['quill', '鹮', 'ควิลล์', '5550199', '555.019', '74950199'];

interface Buyer {
  readonly userId: string;
  readonly email: string;
  readonly message: string;
  readonly nationalId: string;
  readonly name: string;
  readonly address: Readonly<Record<string, unknown>>;
}

interface Person {
  readonly first: string;
  readonly last: string;
  readonly street: string;
  readonly flat: string;
}

const givenNames = ['Alex', 'Sam', 'Robin', 'Kim', 'Noor', 'Lena', 'Marta', 'Jo', 'Ines', 'Tom', 'Ada', 'Ravi'];
const familyNames = ['Quillworth', 'Quillsen', 'Quillano', 'Quillner', 'Quillari'];
const streets = ['Quillbeam Road', 'Old Quill Lane', 'Quillmarket Street', 'Quillford Avenue'];

/** Made up from the buyer's number: the same buyer has the same name, address and alias everywhere. */
export function buyerOf(traits: Traits, market: Market): Buyer {
  const dice = diceAt(0x0b0e, traits.buyer);
  const person = personOf(dice, market, traits);
  const name = `${person.first} ${person.last}`;
  return {
    userId: `74950199${String(traits.buyer).padStart(11, '0')}`,
    email: `quill${traits.buyer.toString(36)}@chat.seller.tiktok.com`,
    message: dice.chance(0.1) ? 'Quillnote: please leave it with a neighbour 请放门口' : '',
    nationalId: `555.019.${fillShape('###-##', dice)}`,
    name,
    address: addressOf(dice, market, person, name, traits),
  };
}

/** Some buyers abroad write Chinese, many in Thailand write Thai; carriers to Europe and the US want Latin script. */
function personOf(dice: Dice, market: Market, { plainAddress }: Traits): Person {
  if (dice.chance(0.05) && !plainAddress)
    return { first: dice.pick(['丽', '伟', '欣']), last: '欧鹮', street: '鹮桥路 18 号', flat: '鹮园 3 单元 402' };
  if (market.region === 'TH' && dice.chance(0.4)) {
    return { first: dice.pick(['สมชาย', 'มาลี']), last: 'ควิลล์', street: '99/1 ถนนควิลล์', flat: 'ซอยควิลล์ 4' };
  }
  return {
    first: dice.pick(givenNames),
    last: dice.pick(familyNames),
    street: `${dice.between(1, 240)} ${dice.pick(streets)}`,
    flat: dice.chance(0.3) ? `Quill House, flat ${dice.between(1, 40)}` : '',
  };
}

function addressOf(
  dice: Dice,
  market: Market,
  person: Person,
  name: string,
  { plainAddress }: Traits,
): Buyer['address'] {
  const city = dice.pick(market.cities);
  // Now and then somebody types no postal code that exists.
  const isOdd = dice.chance(0.02) && !plainAddress;
  const postcode = isOdd ? dice.pick(['00', 'NONE', '?????']) : fillShape(city.postcode, dice);
  // In Brazil and Mexico the whole name stands in both `name` and `first_name`.
  const whole = market.region === 'BR' || market.region === 'MX';
  return {
    full_address: [person.flat, person.street, city.name, postcode, market.country].filter(Boolean).join(', '),
    phone_number: `(${market.dial})5550199${dice.between(100, 999)}`,
    name,
    first_name: whole ? name : person.first,
    last_name: whole ? '' : person.last,
    ...(market.region === 'JP'
      ? { first_name_local_script: 'quillアレックス', last_name_local_script: 'quillクイル' }
      : {}),
    address_detail: [person.street, person.flat].filter(Boolean).join(', '),
    address_line1: person.street,
    address_line2: person.flat,
    address_line3: '',
    address_line4: '',
    postal_code: postcode,
    region_code: market.region,
    post_town: market.region === 'GB' ? city.name.toUpperCase() : '',
    district_info: districtsOf(market, city.name),
    ...(market.region === 'US'
      ? { delivery_preferences: { drop_off_location: 'Front door, beside the quill pot' } }
      : {}),
  };
}

function districtsOf(market: Market, city: string): readonly Readonly<Record<string, string>>[] {
  return [
    { address_level_name: 'Country', address_name: market.country, address_level: 'L0' },
    { address_level_name: 'City', address_name: city, address_level: market.region === 'US' ? 'L3' : 'L2' },
  ];
}

/**
 * What the platform shows of the recipient: nothing before it is certain that the order stays
 * (UNPAID, ON_HOLD), masked where TikTok ships or fulfils, and in the US masked instead of absent
 * as well as after a cancellation.
 */
export function recipientOf(buyer: Buyer, traits: Traits, market: Market, status: Status): unknown {
  const early = status === 'UNPAID' || status === 'ON_HOLD';
  if (early && market.region !== 'US') return undefined;
  const hidden = early || (market.region === 'US' && status === 'CANCELLED');
  if (hidden || traits.shipping === 'TIKTOK' || traits.fulfillment === 'FULFILLMENT_BY_TIKTOK')
    return masked(buyer.address);
  return buyer.address;
}

function masked(address: Buyer['address']): Buyer['address'] {
  const { delivery_preferences: _, ...rest } = address;
  const entries = Object.entries(rest).map(([field, value]) => [field, maskedField(field, value)]);
  return Object.fromEntries(entries) as Buyer['address'];
}

function maskedField(field: string, value: unknown): unknown {
  if (typeof value !== 'string' || value === '' || field === 'region_code' || field === 'post_town') return value;
  if (field === 'postal_code') return `${value.slice(0, 3)} ***`;
  if (field === 'phone_number') return `${value.slice(0, value.indexOf(')') + 2)}****${value.slice(-3)}`;
  return field === 'name'
    ? value
        .split(' ')
        .map((part) => `${part.slice(0, 1)}***`)
        .join(' ')
    : '***';
}
