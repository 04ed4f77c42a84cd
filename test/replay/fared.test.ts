import { describe, expect, it } from 'vitest';
import { noteOrder } from '../../infra/replay/figures/note-run.ts';
import type { CheckFigures } from '../../infra/replay/figures/run-figures.ts';
import { figuresOf, newRunState } from '../../infra/replay/figures/run-state.ts';
import type { Measure } from '../../infra/replay/figures/lines.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Order, Trace } from '../../shared/domain/order.ts';
import { after, hours, minutes, type Instant } from '../../shared/domain/time.ts';
import { policy } from '../../shared/policies/registry.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { aSetting } from '../support/a-setting.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

type Sums = Partial<CheckFigures>;

const line = hoursFromNow(3);
const unconfirmed = anOrder({ createdAt: hoursAgo(21), paidAt: hoursAgo(21), updatedAt: hoursAgo(21) });
const ofLine = (check: string, stage: string, at: Instant) =>
  ({ check, stage, deadline: { at, source: { kind: 'platform', field: 'a field' } } }) as const;
const confirmBy = ofLine('confirm-by', 'confirm-due-soon', line);

/** An order as two sweeps saw it, with a finding that somebody was told of at once; what its check comes to. */
function fared(
  before: { readonly order: Order; readonly trace?: Trace; readonly finding?: Finding },
  next: { readonly order: Order; readonly trace?: Trace; readonly finding?: Finding },
  check = 'confirm-by',
  deeds: ReadonlyMap<string, Deeds> = new Map(),
): Sums {
  const state = newRunState();
  const measure: Measure = { usual: policy, deeds };
  const stored = ({ order, trace, finding }: typeof before) =>
    aWatchedOrder({ order, ...(trace && { trace }), findings: finding ? [finding] : [] });
  const first = stored(before);
  noteOrder(state, first, undefined, aSetting('GB', now), measure);
  for (const [key, live] of state.live) state.live.set(key, { ...live, toldAt: now });
  noteOrder(
    state,
    stored({ ...next, order: { ...next.order, id: before.order.id } }),
    first,
    aSetting('GB', hoursFromNow(5)),
    measure,
  );
  return figuresOf(state).checks.find((of) => of.check === check) ?? {};
}

describe('a line is kept or crossed by what it asks for', () => {
  const warned = { order: unconfirmed, finding: aFinding(confirmBy) };
  const cleared = aResolvedFinding(confirmBy);

  it('a confirmation in time keeps it, though the pick-up within the same hour came after it', () => {
    const order = anOrderInTransit({
      confirmedAt: after(line, minutes(-5)),
      collectedAt: after(line, minutes(20)),
      updatedAt: after(line, minutes(20)),
    });
    expect(fared(warned, { order, finding: cleared })).toMatchObject({ crossed: 0, kept: 1 });
    expect(fared({ order: unconfirmed }, { order })).toEqual({});
  });

  it('a later confirmation does not', () => {
    const order = anOrderAwaitingCollection({
      confirmedAt: after(line, minutes(5)),
      updatedAt: after(line, minutes(5)),
    });
    expect(fared(warned, { order, finding: cleared })).toMatchObject({ crossed: 1, missed: 0, kept: 0 });
    expect(fared({ order: unconfirmed }, { order })).toMatchObject({ crossed: 1, missed: 1 });
  });

  it('what changes without being done has crossed nothing yet', () => {
    expect(fared({ order: unconfirmed }, { order: { ...unconfirmed, updatedAt: hoursFromNow(4) } })).toEqual({});
  });

  it('a silence ends with the first scan, not with the newest', () => {
    const order = anOrderInTransit({ collectedAt: hoursAgo(70), updatedAt: hoursAgo(70) });
    const silent = ofLine('trace-silent', 'trace-gap-48', hoursFromNow(2));
    const scans = [hoursAgo(70), hoursFromNow(1), hoursFromNow(4)];
    const next = { order, trace: { scans }, finding: aResolvedFinding(silent) };
    const before = { order, trace: { scans: [hoursAgo(70)] }, finding: aFinding(silent) };
    expect(fared(before, next, 'trace-silent')).toMatchObject({ crossed: 0, kept: 1 });
    const late = { ...next, trace: { scans: [hoursAgo(70), hoursFromNow(3), hoursFromNow(4)] } };
    expect(fared(before, late, 'trace-silent')).toMatchObject({ crossed: 1, kept: 0 });
  });
});

describe('an order that is cancelled', () => {
  const cancelled = (cancelledAt: Instant) => anOrder({ status: 'CANCELLED', cancelledAt, updatedAt: cancelledAt });
  const before = { order: unconfirmed, finding: aFinding(confirmBy) };

  it('before the line has neither kept nor crossed it', () => {
    const next = { order: cancelled(hoursFromNow(1)), finding: aResolvedFinding(confirmBy) };
    expect(fared(before, next)).toMatchObject({ opened: 1, crossed: 0, kept: 0 });
  });

  it('at the line was cancelled for it', () => {
    const next = { order: cancelled(line), finding: aResolvedFinding(confirmBy) };
    expect(fared(before, next)).toMatchObject({ crossed: 1, kept: 0 });
    expect(fared({ order: unconfirmed }, { order: cancelled(line) })).toMatchObject({ crossed: 1, missed: 1 });
  });
});

it('what the buyer agreed to moves the line', () => {
  const order = anOrderInTransit({ createdAt: hoursAgo(150), collectedAt: hoursAgo(40), updatedAt: hoursAgo(40) });
  const trace = { scans: [hoursAgo(20)] };
  const deliveredAt = hoursFromNow(4);
  const delivered = { ...order, status: 'DELIVERED', deliveredAt, updatedAt: deliveredAt } as const;
  const late = fared({ order, trace }, { order: delivered, trace }, 'deliver-by');
  expect(late).toMatchObject({ crossed: 1, missed: 1 });
  const agreed = new Map([[order.id, { extendedUntil: after(now, hours(24)) }]]);
  expect(fared({ order, trace }, { order: delivered, trace }, 'deliver-by', agreed)).toEqual({});
});

describe('a later stage', () => {
  it('is counted, and is no new finding', () => {
    const late = aFinding({ ...confirmBy, stage: 'confirm-overdue', last: { kind: 'escalated', at: now, run: 'r' } });
    const sums = fared({ order: unconfirmed, finding: aFinding(confirmBy) }, { order: unconfirmed, finding: late });
    expect(sums).toMatchObject({ opened: 1, escalated: 1, crossed: 0 });
  });

  it('with a line of its own ends the line before it', () => {
    const ship = ofLine('auto-cancel', 'auto-cancel-ship-soon', line);
    const last = { kind: 'escalated', at: now, run: 'r' } as const;
    const collect = aFinding({ ...ofLine('auto-cancel', 'auto-cancel-collect-soon', hoursFromNow(40)), last });
    const order = anOrderAwaitingCollection({ confirmedAt: hoursFromNow(2), updatedAt: hoursFromNow(2) });
    const sums = fared({ order: unconfirmed, finding: aFinding(ship) }, { order, finding: collect }, 'auto-cancel');
    expect(sums).toMatchObject({ opened: 1, escalated: 1, kept: 1, crossed: 0 });
  });
});
