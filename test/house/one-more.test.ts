import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from './source-files.ts';

// What the house promises, done once: one more check, pack and channel, each a file and an entry in its registry.

const check = `
import { clocksApply } from './clocks-apply.ts';
import { isConfirmed } from '../domain/order.ts';
import { hours } from '../domain/time.ts';
import { ok } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { judgeClock, type OrderClock } from './judge-clock.ts';

const clock: OrderClock = { clock: 'confirm-by', stages: [{ stage: 'confirm-rush', begins: hours(-20) }] };

export const confirmRush = {
  id: 'confirm-rush',
  on: 'order',
  stages: [{ id: 'confirm-rush', severity: 'warning' }],
  inhibitedBy: [],
  judge: ({ order }, at) => (!clocksApply(order) || isConfirmed(order) ? ok : judgeClock(order, clock, at)),
} as const satisfies Check<'order'>;
`;

const pack = `
import { hours } from '../domain/time.ts';
import type { Pack } from './policy.ts';

export const br = {
  id: 'br',
  markets: ['BR'],
  clauses: [
    {
      id: 'confirm-by',
      clock: 'confirm-by',
      deadline: { form: 'hours', length: hours(30) },
      rule: 'Confirm within 30 hours.',
      source: 'a page',
      confidence: 'unverified',
    },
  ],
} as const satisfies Pack;
`;

/** Judges one order, five hours and then eleven hours old, as a sweep does. */
const tryThem = `
import { settleOrder } from './shared/jobs/settle-order.ts';
import { policy } from './shared/policies/registry.ts';
import { inShape } from './shared/domain/order.ts';

const now = Date.UTC(2026, 0, 15, 12);
const at = { now, policy, shop: { market: 'BR', sellerType: 'LOCAL', packs: ['br'], zone: 'UTC' } };
const on = { now, run: 'r', quiet: false, remindAfter: {} };
const aged = (hours) => inShape({ id: '1', status: 'AWAITING_SHIPMENT', createdAt: now - hours * 3600000,
  updatedAt: now, platform: {}, fulfilledBy: 'seller', shipping: 'seller', type: 'normal', sample: false,
  buyerAskedToCancel: false, replacement: false, parcels: [], flags: {} });
const open = (hours) => settleOrder({ order: aged(hours), trace: { scans: [] }, traceRead: true, deeds: {}, findings: [] }, at, on);
console.log(JSON.stringify([5, 11].map((hours) =>
  open(hours).map(({ check, stage, deadline }) => [check, stage, deadline.source.pack, (deadline.at - now) / 3600000]))));
`;

const channel = `
import * as z from 'zod';
import { readSecret } from './secret.ts';

export const SirenSecret = z.object({ horn: z.string() });

export const renderSiren = (notice) => notice.kind;

export function sirenSender({ vault }) {
  return {
    kind: 'siren',
    async deliver(notice) {
      return [renderSiren(notice), (await readSecret(vault, notice, 'Siren', SirenSecret)).horn].join(' by ');
    },
  };
}
`;

/** From an entry of a shop file to the ledger, as the functions go. */
const tryChannel = `
import { parseShopFile } from './shared/adapters/shop-file.ts';
import { parseNotifyRequest } from './shared/adapters/queue-messages.ts';
import { knownToShops } from './shared/known-to-shops.ts';
import { channels } from './shared/channels/registry.ts';
import { channelsOf } from './shared/domain/shop.ts';
import { notify } from './shared/jobs/notify.ts';

const file = parseShopFile(process.argv[2], knownToShops);
const vault = { readChannelSecret: async (shop, place) =>
  file.channelSecrets.find((kept) => kept.shop === shop && kept.place === place)?.secret };
const senders = Object.values(channels).map((kind) => kind.sender({ vault }));
const marks = [];
const ledger = { has: async () => new Set(), mark: async (list, shop, added) => marks.push(...added) };
const links = { signer: async () => () => 'https://door.example/' };
const [shop] = file.shops;
const [channel] = channelsOf(shop).filter(({ kind }) => kind === 'siren');
const counts = Object.fromEntries(['opened', 'escalated', 'reminded', 'resolved', 'reopened', 'warning', 'breach',
  'critical', 'inhibited', 'quarantined'].map((name) => [name, 0]));
const notice = { v: 1, id: 'n1', kind: 'sweep', shop, run: 'r', channel, now: 0, counts, lines: [], more: 0 };
await notify(parseNotifyRequest(JSON.stringify(notice)), { ledger, links, channelStates: { list: async () => [] }, senders, clock: { wall: () => 0 } });
console.log(JSON.stringify(marks));
`;

const shopFile = {
  apps: [{ appKey: 'key', appSecret: 'secret' }],
  sellers: [{ appKey: 'key', openId: '701', accessToken: 'a', refreshToken: 'r' }],
  shops: [
    {
      id: '7495510238846614801',
      name: 'Harbour Lane UK',
      market: 'GB',
      sellerType: 'LOCAL',
      cipher: 'GCP_X',
      seller: '701',
      recipients: [{ address: 'owner@shop.example' }],
      channels: [{ id: 'yard', kind: 'siren', horn: 'the big horn' }],
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-one-more-'));
beforeAll(() => {
  cpSync(join(root, 'shared'), join(folder, 'shared'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function enter(registry: string, ...edits: readonly (readonly [from: string, to: string])[]): void {
  const path = join(folder, registry);
  const text = readFileSync(path, 'utf8');
  for (const [from] of edits) expect(text).toContain(from);
  writeFileSync(
    path,
    edits.reduce((edited, [from, to]) => edited.replace(from, to), text),
  );
}

function saidBy(script: string, ...args: readonly string[]): unknown {
  writeFileSync(join(folder, 'try.ts'), script);
  return JSON.parse(execFileSync(process.execPath, [join(folder, 'try.ts'), ...args], { encoding: 'utf8' }));
}

it('one more check and one more pack are a file and an entry each', () => {
  writeFileSync(join(folder, 'shared', 'checks', 'confirm-rush.ts'), check);
  writeFileSync(join(folder, 'shared', 'policies', 'br.ts'), pack);
  enter(
    'shared/checks/registry.ts',
    [
      "import { address } from './address.ts';",
      "import { address } from './address.ts';\nimport { confirmRush } from './confirm-rush.ts';",
    ],
    ['  order: [', '  order: [\n    confirmRush,'],
  );
  enter(
    'shared/policies/registry.ts',
    [
      "import { article } from './article.ts';",
      "import { article } from './article.ts';\nimport { br } from './br.ts';",
    ],
    ['[article,', '[br, article,'],
  );
  expect(saidBy(tryThem)).toEqual([[], [['confirm-rush', 'confirm-rush', 'br', 19]]]);
});

it('one more channel is a file and an entry, from the shop file to the ledger', () => {
  writeFileSync(join(folder, 'shared', 'channels', 'siren.ts'), channel);
  enter(
    'shared/channels/registry.ts',
    [
      'import { emailSender,',
      "import { renderSiren, SirenSecret, sirenSender } from './siren.ts';\nimport { emailSender,",
    ],
    [
      'export const channels = {',
      'export const channels = {\n  siren: { secret: SirenSecret, render: renderSiren, sender: sirenSender },',
    ],
  );
  expect(saidBy(tryChannel, JSON.stringify(shopFile))).toEqual([
    { key: 'n1', at: 0, reference: 'sweep by the big horn' },
  ]);
});
