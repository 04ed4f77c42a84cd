import { instant, isPast, minutes } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsentStates } from '../ports/connections.ts';
import { isSame, macOf, nobody } from './keyed-mac.ts';
import type { SsmLinkKeys } from './link-keys.ts';

/** `<key>.<end in minutes>.<nonce>.<mac>`; the mac is over the app too. */
const pattern = /^([0-9a-z]{4})\.([0-9a-z]{1,9})\.([\w-]{22})\.([\w-]{22})$/;

/** By the keys of the links in messages. */
export class SignedStates implements ConsentStates {
  readonly #keys: Pick<SsmLinkKeys, 'current' | 'find'>;
  readonly #clock: Pick<Clock, 'wall'>;

  constructor(keys: Pick<SsmLinkKeys, 'current' | 'find'>, clock: Pick<Clock, 'wall'>) {
    this.#keys = keys;
    this.#clock = clock;
  }

  async sign({ app, nonce, expiresAt }: Parameters<ConsentStates['sign']>[0]): Promise<string> {
    const key = await this.#keys.current();
    const signed = `${key.id}.${Math.ceil(expiresAt / minutes(1)).toString(36)}.${nonce}`;
    return `${signed}.${macOf(key, 'connect', `${app}\n${signed}`)}`;
  }

  async read(app: string, state: string): ReturnType<ConsentStates['read']> {
    const [, keyId = '', end = '', nonce = '', mac = ''] = pattern.exec(state) ?? [];
    const key = await this.#keys.find(keyId);
    const isOurs = isSame(mac, macOf(key ?? nobody, 'connect', `${app}\n${keyId}.${end}.${nonce}`));
    if (!isOurs || key === undefined) return undefined;
    const until = instant(Number.parseInt(end, 36) * minutes(1));
    return { is: isPast(until, this.#clock.wall()) ? 'expired' : 'valid', nonce };
  }
}
