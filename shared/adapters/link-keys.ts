import { randomBytes } from 'node:crypto';
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { linkLife } from '../domain/action-link.ts';
import { after, before, minutes, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import { attempt } from './aws-failure.ts';

export interface LinkKey {
  /** The quarter that it signs in: `26q4`. */
  readonly id: string;
  readonly secret: Buffer;
}

const keyBytes = 32;

/** Somebody may delete a key, and a new one may be made, while this process lives (house rules, 2026-11). */
const memory = { key: minutes(5), absence: minutes(1) };

/**
 * The keys that links are signed with, one a quarter, each an encrypted parameter `<prefix>/links/<quarter>` that is made
 * when it is first needed. To end every link, delete the parameters.
 */
export class SsmLinkKeys {
  readonly #client: SSMClient;
  readonly #prefix: string;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly key: LinkKey | undefined; readonly until: Instant }>();

  constructor(client: SSMClient, prefix: string, clock: Clock) {
    this.#client = client;
    this.#prefix = prefix;
    this.#clock = clock;
  }

  /** The key that signs now; made if nobody has. */
  async current(): Promise<LinkKey> {
    const id = quarterOf(this.#clock.wall());
    return (await this.#read(id)) ?? (await this.#make(id));
  }

  /** The key of this quarter or, while its links last, of the one before; any other id is nobody's. */
  async find(id: string): Promise<LinkKey | undefined> {
    const wall = this.#clock.wall();
    const isOurs = id === quarterOf(wall) || id === quarterOf(before(wall, linkLife));
    return isOurs ? this.#read(id) : undefined;
  }

  async #read(id: string): Promise<LinkKey | undefined> {
    const known = this.#known.get(id);
    const wall = this.#clock.wall();
    if (known && wall < known.until) return known.key;
    const key = await this.#fetch(id);
    this.#known.set(id, { key, until: after(wall, key ? memory.key : memory.absence) });
    return key;
  }

  async #fetch(id: string): Promise<LinkKey | undefined> {
    try {
      const { Parameter } = await attempt(`parameter ${this.#name(id)}`, () =>
        this.#client.send(new GetParameterCommand({ Name: this.#name(id), WithDecryption: true })),
      );
      const secret = Buffer.from(Parameter?.Value ?? '', 'base64url');
      if (secret.length !== keyBytes) throw new Error(`parameter ${this.#name(id)}: not a key of ${keyBytes} bytes`);
      return { id, secret };
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  }

  /** Of two that make it at once the first one wins, and both sign with that. */
  async #make(id: string): Promise<LinkKey> {
    const Value = randomBytes(keyBytes).toString('base64url');
    try {
      await attempt(`parameter ${this.#name(id)}`, () =>
        this.#client.send(
          new PutParameterCommand({ Name: this.#name(id), Value, Type: 'SecureString', Overwrite: false }),
        ),
      );
    } catch (error) {
      // Recovery: somebody else was faster; theirs is read below.
      if (!(error instanceof ParameterAlreadyExists)) throw error;
    }
    this.#known.delete(id);
    const made = await this.#read(id);
    if (!made) throw new Error(`parameter ${this.#name(id)}: made, and not there`);
    return made;
  }

  #name(id: string): string {
    return `${this.#prefix}/links/${id}`;
  }
}

function quarterOf(at: Instant): string {
  const date = new Date(at);
  return `${String(date.getUTCFullYear()).slice(2)}q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}
