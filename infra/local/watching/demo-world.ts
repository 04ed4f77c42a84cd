import type { WatchedKey } from '../../../shared/domain/credential.ts';
import type { Recipient, ShopChannel } from '../../../shared/domain/shop.ts';
import { before, days, instant, type Instant } from '../../../shared/domain/time.ts';
import { marketZone } from '../../../shared/policies/market-zone.ts';
import { askedBefore } from './asked-before.ts';
import { demoHistory } from './demo-history.ts';
import { simulatedWorld, type Configured } from './simulated-world.ts';
import type { World } from './world.ts';

const owner: Recipient = { address: 'owner@harbour-lane.example', locale: 'en' };
const shenzhen: Recipient = { address: 'yunying@harbour-lane.example', locale: 'zh-CN' };
const warehouse: Recipient = { address: 'cangku@harbour-lane.example', locale: 'zh-CN' };

/** More of the trouble that is soon over than elsewhere: some of each stands in the demo at whatever hour it is run. */
const shares = { 'late-confirmation': 0.28, 'late-pick-up': 0.14 };

const secondOpinion = { source: '17track', dailyRegistrations: 500 } as const;

/** The demo seller: a cross-border house in Shenzhen, small enough to look through, with every kind of trouble. */
export async function demoWorld(seed: number, instants: readonly Instant[] = []): Promise<World> {
  const [now] = instants;
  const today = now ?? instant(Date.now());
  const key = (kind: WatchedKey['kind'], id: string, name: string, daysLeft: number): WatchedKey => ({
    id,
    name,
    kind,
    issuedAt: before(today, days(90 - daysLeft)),
    owner: 'Li Wei',
  });
  // In a replay hours pass in seconds, and a group's robot may be written to twenty times a minute.
  const robots = (...kinds: readonly string[]): readonly ShopChannel[] =>
    instants.length <= 1 ? kinds.map((kind) => ({ id: kind, kind, locale: 'zh-CN' })) : [];
  const world = await simulatedWorld({
    seed,
    sellerName: 'Harbour Lane',
    ...(now !== undefined && { now }),
    callsPerSecond: 50,
    shops: [
      { region: 'GB', name: 'Harbour Lane UK', orders: { from: 'generator', open: 120, shares } },
      { region: 'US', name: 'Harbour Lane US', orders: { from: 'generator', open: 90, slaFields: false, shares } },
      {
        region: 'TH',
        name: 'Harbour Lane Thailand',
        orders: { from: 'generator', open: 60, slaFields: false, shares },
      },
      { region: 'DE', name: 'Harbour Lane Deutschland', orders: { from: 'history', text: demoHistory(today) } },
    ],
    configured: [
      shop('GB', {
        slack: { locale: 'en' },
        secondOpinion,
        credentials: [key('erp-link', 'erp', 'Dianxiaomi ERP link', 5)],
      }),
      shop('US', {
        slack: { locale: 'zh-CN' },
        channels: robots('wecom'),
        zone: 'Asia/Shanghai',
      }),
      shop('TH', {
        channels: robots('feishu', 'dingtalk'),
        zone: 'Asia/Shanghai',
        credentials: [key('forwarder-key', 'yunexpress', 'YunExpress forwarder key', 26)],
      }),
      shop('DE', {
        channels: [{ id: 'erp', kind: 'webhook', locale: 'en' }],
        // Its packing table writes down labels, so that there is a checklist to fill in.
        attests: ['qr-label', 'pick-start'],
      }),
    ],
  });
  return { ...world, secondTraces: await askedBefore(world, today) };
}

function shop(market: string, more: Partial<Configured> = {}): Configured {
  return {
    recipients: [owner, shenzhen],
    operations: warehouse,
    credentials: [],
    zone: marketZone(market),
    digest: '08:00',
    weekly: { day: 1, at: '08:00' },
    ...more,
  };
}
