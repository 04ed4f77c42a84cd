import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Seller } from '../../domain/shop.ts';
import type { Instant } from '../../domain/time.ts';
import { instant } from '../../domain/time.ts';
import type { ConsentingSellers, SellerCredentials, Sellers } from '../../ports/credentials.ts';
import { Transient } from '../../ports/errors.ts';
import { attempt } from '../aws-failure.ts';
import { attemptIf } from './attempt-if.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import type { Item } from './item.ts';
import { keyAttributes, readNumber } from './item.ts';
import { sellerKey } from './keys.ts';
import { takeLease } from './lease.ts';

const fields = ['accessExpiresAt', 'refreshExpiresAt', 'refusedSince'] as const;

export class DynamoSellers implements Sellers, ConsentingSellers {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async read(seller: Seller): Promise<SellerCredentials> {
    const item = await readOne(this.#table, sellerKey(seller));
    return item ? decodeCredentials(item) : {};
  }

  acquireRefresh(seller: Seller, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return takeLease(this.#table, sellerKey(seller), { holder, until }, wall);
  }

  async recordConsent(seller: Seller, credentials: SellerCredentials): Promise<void> {
    await putSeller(this.#table, seller, credentials);
  }

  async recordRefresh(seller: Seller, holder: string, credentials: SellerCredentials): Promise<void> {
    const recorded = await attemptIf(`seller ${seller.openId}: record refresh`, () =>
      update(this.#table, seller, credentials, holder),
    );
    if (!recorded) throw new Transient(`seller ${seller.openId}: the refresh lease was lost`);
  }
}

/**
 * Seeds a seller's expiries, as a person or a consent brings them, and notes when; a refresh under way keeps its lease.
 */
export async function putSeller(table: Table, seller: Seller, credentials: SellerCredentials): Promise<void> {
  await attempt(`seller ${seller.openId}: write expiries`, () =>
    update(table, seller, { ...credentials, consentedAt: table.clock.wall() }),
  );
}

/** Sets the expiries that are known and removes the others; with a holder, on condition of its lease, given back. */
async function update(table: Table, seller: Seller, credentials: SellerCredentials, holder?: string): Promise<void> {
  // A renewal brings no consent, and leaves alone what is known of one.
  const written = holder === undefined ? ([...fields, 'consentedAt'] as const) : fields;
  const known = written.filter((field) => credentials[field] !== undefined);
  const gone = [
    ...written.filter((field) => credentials[field] === undefined),
    ...(holder === undefined ? [] : ['#holder', '#until']),
  ];
  const set = known.length === 0 ? '' : `SET ${known.map((field) => `${field} = :${field}`).join(', ')}`;
  const remove = gone.length === 0 ? '' : `REMOVE ${gone.join(', ')}`;
  const values: Item = Object.fromEntries(known.map((field) => [`:${field}`, { N: String(credentials[field]) }]));
  await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: keyAttributes(sellerKey(seller)),
      UpdateExpression: `${set} ${remove}`.trim(),
      ...(holder !== undefined && {
        ConditionExpression: '#holder = :holder',
        ExpressionAttributeNames: { '#holder': 'holder', '#until': 'until' },
      }),
      ...((known.length > 0 || holder !== undefined) && {
        ExpressionAttributeValues: { ...values, ...(holder !== undefined && { ':holder': { S: holder } }) },
      }),
    }),
  );
}

function decodeCredentials(item: Item): SellerCredentials {
  const known = [...fields, 'consentedAt'].filter((field) => item[field]);
  return Object.fromEntries(known.map((field) => [field, instant(readNumber(item, field))]));
}
