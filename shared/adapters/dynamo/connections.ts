import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Connection, ConnectionEnd, ConsentTrouble } from '../../domain/connection.ts';
import { locales } from '../../domain/shop.ts';
import { days, type Instant } from '../../domain/time.ts';
import type { ConnectionRef, Connections } from '../../ports/connections.ts';
import { attempt } from '../aws-failure.ts';
import { instantSchema } from '../domain-schema.ts';
import { putAll } from './batch.ts';
import type { Table } from './client.ts';
import { readOne } from './get.ts';
import { expiry, isAlive, keyAttributes, readDocument, readText, type Item } from './item.ts';
import { connectionKey } from './keys.ts';
import { takeLease } from './lease.ts';

/** Whoever opens a used link again the same day still reads what became of it. */
const life = days(1);

type Asked = Pick<Connection, 'expiresAt' | 'settings'>;

const askedSchema: z.ZodType<Asked> = z.object({
  expiresAt: instantSchema,
  settings: z.object({
    recipients: z.array(z.object({ address: z.string(), locale: z.enum(locales) })),
    locale: z.enum(locales),
    zone: z.string().exactOptional(),
  }),
});

const plainTroubles = ['code-expired', 'code-used', 'no-shops', 'not-a-seller', 'unreachable'] as const;

const troubleSchema: z.ZodType<ConsentTrouble> = z.union([
  z.object({ is: z.enum(plainTroubles) }),
  z.object({ is: z.literal('app-refused'), because: z.string().exactOptional() }),
  z.object({ is: z.literal('scopes-missing'), scopes: z.array(z.string()) }),
]);

const endSchema: z.ZodType<ConnectionEnd> = z.union([
  z.object({ is: z.literal('declined') }),
  z.object({
    is: z.literal('connected'),
    shops: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        market: z.string(),
        is: z.enum(['new', 'renewed', 'no-recipient', 'unfit']),
        because: z.string().exactOptional(),
      }),
    ),
  }),
]);

/** One item for each consent link: what was asked for, and beside it what came of it. */
export class DynamoConnections implements Connections {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async open({ expiresAt, settings, ...ref }: Connection): Promise<void> {
    const asked: Asked = { expiresAt, settings };
    const item = { ...keyAttributes(connectionKey(ref)), asked: { S: JSON.stringify(asked) } };
    await putAll(this.#table, [{ ...item, ...expiry(this.#table.clock.wall(), life) }]);
  }

  async read({ app, nonce }: ConnectionRef): Promise<Connection | undefined> {
    const item = await readOne(this.#table, connectionKey({ app, nonce }));
    return item && isAlive(item, this.#table.clock) ? { app, nonce, ...decode(item) } : undefined;
  }

  acquire(ref: ConnectionRef, holder: string, wall: Instant, until: Instant): Promise<boolean> {
    return takeLease(this.#table, connectionKey(ref), { holder, until }, wall);
  }

  async noteSeller(ref: ConnectionRef, openId: string): Promise<void> {
    await this.#set(ref, 'openId', openId, []);
  }

  async noteTrouble(ref: ConnectionRef, trouble: ConsentTrouble): Promise<void> {
    await this.#set(ref, 'trouble', JSON.stringify(trouble), ['holder', 'until']);
  }

  async end(ref: ConnectionRef, end: ConnectionEnd): Promise<void> {
    await this.#set(ref, 'end', JSON.stringify(end), ['holder', 'until', 'trouble']);
  }

  async #set(ref: ConnectionRef, attribute: string, value: string, gone: readonly string[]): Promise<void> {
    const key = connectionKey(ref);
    const remove = gone.length === 0 ? '' : ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}`;
    await attempt(`${key.pk}: note what became of it`, () =>
      this.#table.client.send(
        new UpdateItemCommand({
          TableName: this.#table.name,
          Key: keyAttributes(key),
          UpdateExpression: `SET #${attribute} = :value${remove}`,
          ExpressionAttributeNames: Object.fromEntries([attribute, ...gone].map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: { ':value': { S: value } },
        }),
      ),
    );
  }
}

function decode(item: Item): Omit<Connection, keyof ConnectionRef> {
  return {
    ...readDocument(item, 'asked', askedSchema),
    ...(item['openId'] && { openId: readText(item, 'openId') }),
    ...(item['trouble'] && { trouble: readDocument(item, 'trouble', troubleSchema) }),
    ...(item['end'] && { end: readDocument(item, 'end', endSchema) }),
  };
}
