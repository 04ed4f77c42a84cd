import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseShopFile } from '../../shared/adapters/shop-file.ts';

const robot = z.object({
  url: z.url('is no address; for example "https://robot.example"'),
  secret: z.string().optional(),
});
const known = {
  checks: ['trace-silent', 'confirm-by'],
  remedies: ['chase-carrier'],
  packs: ['article'],
  countries: ['CN'],
  channels: { robot },
};

function fileOf(channels: readonly object[]): string {
  return JSON.stringify({
    apps: [{ appKey: '6a7b8c9d0e', appSecret: 'secret-of-the-app' }],
    sellers: [{ appKey: '6a7b8c9d0e', openId: '701', accessToken: 'secret-access', refreshToken: 'secret-refresh' }],
    shops: [
      {
        id: '7495510238846614801',
        name: 'Harbour Lane UK',
        market: 'GB',
        sellerType: 'CROSS_BORDER',
        cipher: 'GCP_XF90igAAAAB',
        seller: '701',
        recipients: [{ address: 'owner@shop.example' }],
        channels,
      },
    ],
  });
}

describe('the channels of a shop file', () => {
  it('have each its secret beside it, which is kept apart', () => {
    const channels = [
      { id: 'ops', kind: 'robot', locale: 'zh-CN', url: 'https://robot.example/secret', secret: 'secret-key' },
      { id: 'owner', kind: 'robot', url: 'https://robot.example/secret-2' },
    ];
    const { shops, channelSecrets } = parseShopFile(fileOf(channels), known);
    expect(shops[0]?.channels).toEqual([
      { id: 'ops', kind: 'robot', locale: 'zh-CN' },
      { id: 'owner', kind: 'robot', locale: 'en' },
    ]);
    const [ops, owner] = channelSecrets;
    expect(ops).toMatchObject({ shop: '7495510238846614801', place: 'channels/ops' });
    expect(JSON.parse(ops?.secret ?? '')).toEqual({ url: 'https://robot.example/secret', secret: 'secret-key' });
    expect(owner).toMatchObject({ place: 'channels/owner', secret: '{"url":"https://robot.example/secret-2"}' });
  });

  it.each([
    ['a kind nobody knows', { id: 'ops', kind: 'pager' }, 'kind: "pager" is not a kind of channel (robot)'],
    ['no address', { id: 'ops', kind: 'robot' }, 'url: is no address; for example "https://robot.example"'],
    ['an address that is none', { id: 'ops', kind: 'robot', url: 'secret' }, 'url: is no address'],
    ['a field nobody reads', { id: 'ops', kind: 'robot', url: 'https://x.example', key: 'secret' }, 'has no field key'],
    [
      'a name that leads elsewhere',
      { id: '../slack', kind: 'robot', url: 'https://x.example' },
      'id: "../slack" must be',
    ],
  ])('are refused with %s, and nothing secret is repeated', (_, channel, said) => {
    const failure = errorOf(() => parseShopFile(fileOf([channel]), known));
    expect(failure).toContain(said);
    expect(failure).not.toMatch(/: secret|secret-/);
    expect(failure.split('\n')).toHaveLength(2);
  });

  it('are refused when two have one name: they would share one secret', () => {
    const channel = { id: 'ops', kind: 'robot', url: 'https://robot.example' };
    expect(errorOf(() => parseShopFile(fileOf([channel, channel]), known))).toContain(
      'shops[0].channels[1].id: "ops" is there twice',
    );
  });
});

function errorOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('it did not fail');
}
