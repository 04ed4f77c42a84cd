import * as z from 'zod';
import { linkActions, type ActionLink } from '../domain/action-link.ts';
import { hours, instant, isPast, after, minutes, type Instant } from '../domain/time.ts';
import type { ActionLinks, ReadLink, SignLink } from '../ports/action-links.ts';
import type { Clock } from '../ports/clock.ts';
import { countSchema, subjectKindSchema } from './domain-schema.ts';
import { isSame, macOf, nobody } from './keyed-mac.ts';
import type { LinkKey, SsmLinkKeys } from './link-keys.ts';

/** Where links lead below the front door's address. */
const actPath = '/act/';

const tokenPattern = /^([0-9a-z]{4})\.([\w-]{1,1000})\.([\w-]{22})$/;

/** So long a page may lie open before its form is sent. */
const formLife = hours(2);

/** Shop, check, kind and id of the subject, episode, action, channel, end in minutes, nonce. */
const payloadSchema = z.tuple([
  z.string(),
  z.string(),
  subjectKindSchema,
  z.string(),
  countSchema,
  z.enum(linkActions),
  z.string(),
  countSchema,
  z.string(),
]);

/** A token says everything that it is bound to, and nobody but us can have written it: `<key>.<payload>.<mac>`. */
export class SignedLinks implements ActionLinks {
  readonly #keys: Pick<SsmLinkKeys, 'current' | 'find'>;
  readonly #address: string;
  readonly #clock: Clock;

  /** `address`: that of the front door. */
  constructor(keys: Pick<SsmLinkKeys, 'current' | 'find'>, address: string, clock: Clock) {
    this.#keys = keys;
    this.#address = address.replace(/\/$/, '');
    this.#clock = clock;
  }

  async signer(): Promise<SignLink> {
    const key = await this.#keys.current();
    return (link) => `${this.#address}${actPath}${tokenOf(link, key)}`;
  }

  async read(token: string): Promise<ReadLink> {
    const [, keyId = '', payload = '', mac = ''] = tokenPattern.exec(token) ?? [];
    const key = await this.#keys.find(keyId);
    // Without a key the same work is done, so that time tells nothing of which part was wrong.
    const isOurs = isSame(mac, macOf(key ?? nobody, 'link', `${keyId}.${payload}`));
    const link = isOurs && key ? parsePayload(payload) : undefined;
    if (!link) return { is: 'invalid' };
    return { is: isPast(link.expiresAt, this.#clock.wall()) ? 'expired' : 'valid', link, id: `link/${mac}` };
  }

  async proofFor(token: string, wall: Instant): Promise<string> {
    const minute = Math.floor(wall / minutes(1)).toString(36);
    const key = await this.#keys.current();
    return `${key.id}.${minute}.${macOf(key, 'form', `${minute}.${token}`)}`;
  }

  async isProof(proof: string, token: string, wall: Instant): Promise<boolean> {
    const [, keyId = '', minute = '', mac = ''] = /^([0-9a-z]{4})\.([0-9a-z]{1,9})\.([\w-]{22})$/.exec(proof) ?? [];
    const key = await this.#keys.find(keyId);
    const isOurs = isSame(mac, macOf(key ?? nobody, 'form', `${minute}.${token}`));
    const shownAt = instant(Number.parseInt(minute, 36) * minutes(1));
    return isOurs && key !== undefined && !isPast(after(shownAt, formLife), wall);
  }
}

function tokenOf({ shop, finding, action, channel, expiresAt, nonce = '' }: ActionLink, key: LinkKey): string {
  const { check, subject, episode } = finding;
  const end = Math.ceil(expiresAt / minutes(1));
  const fields = [shop, check, subject.kind, subject.id, episode, action, channel, end, nonce];
  const signed = `${key.id}.${Buffer.from(JSON.stringify(fields)).toString('base64url')}`;
  return `${signed}.${macOf(key, 'link', signed)}`;
}

/** Signed by us, so it fits; unless another version of us wrote it. */
function parsePayload(payload: string): ActionLink | undefined {
  const parsed = payloadSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success) return undefined;
  const [shop, check, kind, id, episode, action, channel, end, nonce] = parsed.data;
  const finding = { check, subject: { kind, id }, episode };
  const expiresAt = instant(end * minutes(1));
  return { shop, finding, action, channel, expiresAt, ...(nonce !== '' && { nonce }) };
}
