import { expect, it } from 'vitest';
import { SignedLinks } from '../../shared/adapters/signed-links.ts';
import { linkLife } from '../../shared/domain/action-link.ts';
import { after, before, days } from '../../shared/domain/time.ts';
import { frontDoor } from '../../shared/jobs/front-door.ts';
import { Gap } from '../support/a-gap.ts';

const key = { id: '26q1', secret: Buffer.alloc(32, 7) };

it('of a hundred thousand links that are forged, altered, expired or used none is accepted', async () => {
  const gap = await Gap.open();
  const { clock, shop } = gap.story;
  const keys = {
    current: () => Promise.resolve(key),
    find: (id: string) => Promise.resolve(id === key.id ? key : undefined),
  };
  const links = new SignedLinks(keys, 'https://door.example', clock);
  const ports = { ...gap.door.ports, links };
  const sign = await links.signer();
  const finding = { check: gap.line.check, subject: gap.line.subject, episode: 1 };
  const link = {
    shop: shop.id,
    finding,
    action: 'acknowledge',
    channel: 'email:en',
    expiresAt: after(clock.wallTime, linkLife),
  } as const;
  const pathOf = (changes: Partial<typeof link> & { nonce?: string } = {}) =>
    new URL(sign({ ...link, ...changes })).pathname;
  const shown = gap.line.handle?.at;
  const post = async (path: string) => {
    const proof = await links.proofFor(`${path.slice('/act/'.length)}.${shown}`, clock.wallTime);
    const body = new TextEncoder().encode(new URLSearchParams({ proof }).toString());
    return frontDoor({ method: 'POST', path, query: '', headers: {}, body }, ports);
  };
  const used = pathOf();
  expect(await post(used)).toMatchObject({ is: 'accepted' });
  const old = before(clock.wallTime, days(1));
  const kinds: readonly ((n: number) => string)[] = [
    (n) =>
      `/act/26q1.${Buffer.from(JSON.stringify([shop.id, n])).toString('base64url')}.${Buffer.alloc(16, n).toString('base64url')}`,
    (n) => used.slice(0, 20 + (n % 150)) + (used[20 + (n % 150)] === 'x' ? 'y' : 'x') + used.slice(21 + (n % 150)),
    (n) => pathOf({ expiresAt: old, nonce: String(n) }),
    () => used,
  ];
  const outcomes = new Map<string, number>();
  for (let n = 0; n < 100_000; n += 1) {
    const { is } = await post(kinds[n % 4]?.(n) ?? '');
    outcomes.set(is, (outcomes.get(is) ?? 0) + 1);
  }
  expect(Object.fromEntries(outcomes)).toEqual({ refused: 50_000, expired: 25_000, done: 25_000 });
  expect(gap.acts).toHaveLength(1);
}, 120_000);
