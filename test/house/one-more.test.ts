import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root } from './source-files.ts';

// What the house promises, done once: one more check and one more pack, each a file and an entry in its registry.

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

const folder = mkdtempSync(join(tmpdir(), 'tidewatch-one-more-'));
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

it('one more check and one more pack are a file and an entry each', () => {
  cpSync(join(root, 'shared'), join(folder, 'shared'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
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
  writeFileSync(join(folder, 'try.ts'), tryThem);
  const said: unknown = JSON.parse(execFileSync(process.execPath, [join(folder, 'try.ts')], { encoding: 'utf8' }));
  expect(said).toEqual([[], [['confirm-rush', 'confirm-rush', 'br', 19]]]);
});
