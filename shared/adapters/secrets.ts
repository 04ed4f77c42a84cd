import type { SSMClientConfig } from '@aws-sdk/client-ssm';
import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import * as z from 'zod';
import type { Seller } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { after, minutes, seconds } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { SellerVault, Tokens } from '../ports/credentials.ts';
import { attempt } from './aws-failure.ts';
import { misfits } from './domain-schema.ts';
import { quietLogger } from './quiet-logger.ts';

const tokensSchema: z.ZodType<Tokens> = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
});

/** Long enough for one run over many channels, short enough that a mended address works without a deployment. */
const memory = minutes(5);

const appSchema = z.object({ appSecret: z.string().min(1) });

/** Of a shop's second source of traces. */
const keySchema = z.object({ key: z.string().min(1) });

/** Region, endpoint and credentials come from the environment, as the SDK reads it, unless they are given. */
export function createSsmClient(settings: SSMClientConfig = {}): SSMClient {
  return new SSMClient({
    logger: quietLogger,
    maxAttempts: 4,
    requestHandler: { connectionTimeout: seconds(2), requestTimeout: seconds(5) },
    ...settings,
  });
}

/**
 * Secrets in SSM, one encrypted parameter each: `<prefix>/sellers/<app key>/<open id>`, `<prefix>/apps/<app key>`,
 * `<prefix>/shops/<id>/slack`, `<prefix>/shops/<id>/channels/<channel>`, `<prefix>/second-opinions/<shop>`.
 * Overwriting keeps the old value in the parameter's history.
 */
export class SsmSellerVault implements SellerVault {
  readonly #client: SSMClient;
  readonly #prefix: string;
  readonly #clock: Clock;
  /** App secrets, those of channels and the keys of second sources, for as long as `memory`; absence is asked anew. */
  readonly #known = new Map<string, { readonly value: string; readonly until: Instant }>();

  constructor(client: SSMClient, prefix: string, clock: Clock) {
    this.#client = client;
    this.#prefix = prefix;
    this.#clock = clock;
  }

  async readTokens(seller: Seller): Promise<Tokens | undefined> {
    const name = this.#tokens(seller);
    const text = await this.#read(name);
    return text === undefined ? undefined : parseSecret(name, tokensSchema, text);
  }

  async storeTokens(seller: Seller, { accessToken, refreshToken }: Tokens): Promise<void> {
    await this.#store(this.#tokens(seller), JSON.stringify({ accessToken, refreshToken }));
  }

  async readAppSecret(appKey: string): Promise<string | undefined> {
    const name = this.#app(appKey);
    const text = await this.#readOnce(name);
    return text === undefined ? undefined : parseSecret(name, appSchema, text).appSecret;
  }

  async storeAppSecret(appKey: string, appSecret: string): Promise<void> {
    await this.#store(this.#app(appKey), JSON.stringify({ appSecret }));
  }

  async readChannelSecret(shop: string, place: string): Promise<string | undefined> {
    return this.#readOnce(this.#channel(shop, place));
  }

  async storeChannelSecret(shop: string, place: string, secret: string): Promise<void> {
    await this.#store(this.#channel(shop, place), secret);
  }

  async readSecondKey(shop: string): Promise<string | undefined> {
    const name = this.#second(shop);
    const text = await this.#readOnce(name);
    return text === undefined ? undefined : parseSecret(name, keySchema, text).key;
  }

  async storeSecondKey(shop: string, key: string): Promise<void> {
    await this.#store(this.#second(shop), JSON.stringify({ key }));
  }

  #second(shop: string): string {
    return secondName(this.#prefix, shop);
  }

  #tokens(seller: Seller): string {
    return tokensName(this.#prefix, seller);
  }

  #app(appKey: string): string {
    return `${this.#prefix}/apps/${segment(appKey)}`;
  }

  #channel(shop: string, place: string): string {
    return channelName(this.#prefix, shop, place);
  }

  async #readOnce(name: string): Promise<string | undefined> {
    const known = this.#known.get(name);
    const wall = this.#clock.wall();
    if (known && known.until > wall) return known.value;
    const value = await this.#read(name);
    if (value !== undefined) this.#known.set(name, { value, until: after(wall, memory) });
    return value;
  }

  async #read(name: string): Promise<string | undefined> {
    try {
      const { Parameter } = await attempt(`parameter ${name}`, () =>
        this.#client.send(new GetParameterCommand({ Name: name, WithDecryption: true })),
      );
      return Parameter?.Value;
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  }

  async #store(name: string, value: string): Promise<void> {
    await attempt(`parameter ${name}`, () =>
      this.#client.send(new PutParameterCommand({ Name: name, Value: value, Type: 'SecureString', Overwrite: true })),
    );
    this.#known.delete(name);
  }
}

/** What is secret of a shop, and its seller's tokens where no other shop needs them. What is not there is no fault. */
export async function removeSecrets(
  client: SSMClient,
  prefix: string,
  { shop, places, seller }: { readonly shop: string; readonly places: readonly string[]; readonly seller?: Seller },
): Promise<void> {
  const names = [
    ...places.map((place) => channelName(prefix, shop, place)),
    secondName(prefix, shop),
    ...(seller ? [tokensName(prefix, seller)] : []),
  ];
  for (const name of names) {
    await attempt(`parameter ${name}`, () => client.send(new DeleteParameterCommand({ Name: name }))).catch((error) => {
      // Recovery: it never was, or an earlier round has removed it.
      if (!(error instanceof ParameterNotFound)) throw error;
    });
  }
}

function secondName(prefix: string, shop: string): string {
  return `${prefix}/second-opinions/${segment(shop)}`;
}

function tokensName(prefix: string, { appKey, openId }: Seller): string {
  return `${prefix}/sellers/${segment(appKey)}/${segment(openId)}`;
}

function channelName(prefix: string, shop: string, place: string): string {
  return `${prefix}/shops/${segment(shop)}/${place.split('/').map(segment).join('/')}`;
}

/** Ids come from configuration and from TikTok; one with a slash would name another's parameter. */
function segment(id: string): string {
  if (!/^[\w.-]+$/.test(id)) throw new Error(`the id ${JSON.stringify(id)} cannot be part of a parameter's name`);
  return id;
}

function parseSecret<Secret>(name: string, schema: z.ZodType<Secret>, text: string): Secret {
  const checked = schema.safeParse(parseJson(name, text));
  if (checked.success) return checked.data;
  throw new Error(`parameter ${name}: does not fit at ${misfits(checked.error)}`);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the secret.
    throw new Error(`parameter ${name}: not JSON`);
  }
}
