import { describe, expect, it } from 'vitest';
import {
  noteBegun,
  noteEnd,
  noteNotice,
  noteOrder,
  noteReport,
  noteStillOpen,
  noteSweep,
} from '../../infra/replay/figures/note-run.ts';
import { figuresOf, newRunState, type RunState } from '../../infra/replay/figures/run-state.ts';
import type { CheckFigures } from '../../infra/replay/figures/run-figures.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import type { Order } from '../../shared/domain/order.ts';
import { after, hours, type Instant } from '../../shared/domain/time.ts';
import { policy } from '../../shared/policies/registry.ts';
import type { WatchedOrder } from '../../shared/ports/order-book.ts';
import { aFinding, aResolvedFinding } from '../support/a-finding.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { aSetting } from '../support/a-setting.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrder, anOrderAwaitingCollection } from '../support/an-order.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

/** Created so that it has to be confirmed three hours from now. */
const order = anOrder({ createdAt: hoursAgo(21), paidAt: hoursAgo(21), updatedAt: hoursAgo(21) });
const line = hoursFromNow(3);
const confirmBy = {
  check: 'confirm-by',
  stage: 'confirm-due-soon',
  deadline: { at: line, source: { kind: 'clause', pack: 'article', clause: 'confirm-by' } },
} as const;
const warning = aFinding(confirmBy);
const measure = { usual: policy, deeds: new Map() };

function open(finding: Finding = warning): WatchedOrder {
  return aWatchedOrder({ order, findings: [finding] });
}

function over(at: Instant): WatchedOrder {
  const confirmed: Order = anOrderAwaitingCollection({ id: order.id, confirmedAt: at, updatedAt: at });
  return aWatchedOrder({ order: confirmed, findings: [aResolvedFinding(confirmBy)] });
}

class Story {
  readonly state: RunState = newRunState();
  #last: WatchedOrder | undefined;

  write(next: WatchedOrder, at: Instant = now): this {
    noteOrder(this.state, next, this.#last, aSetting('GB', at), measure);
    this.#last = next;
    return this;
  }

  tell(at: Instant = now, changes: Partial<NoticeLine> = {}): this {
    const subject = { kind: 'order', id: order.id } as const;
    const told = aNoticeLine({ transition: 'opened', check: 'confirm-by', subject, ...changes });
    noteNotice(this.state, 'email:en', [told], aSetting('GB', at));
    return this;
  }

  sums(check = 'confirm-by'): Partial<CheckFigures> {
    return figuresOf(this.state).checks.find((of) => of.check === check) ?? {};
  }
}

describe('how a line fared', () => {
  it('a warning whose line was kept was told for nothing', () => {
    const story = new Story()
      .write(open())
      .tell()
      .write(over(hoursFromNow(1)), hoursFromNow(1));
    expect(story.sums()).toEqual({
      check: 'confirm-by',
      carrier: '',
      opened: 1,
      escalated: 0,
      told: 1,
      crossed: 0,
      missed: 0,
      kept: 1,
      lead: { 3: 1 },
    });
  });

  it('a line that was crossed in spite of a warning is no miss', () => {
    const story = new Story()
      .write(open())
      .tell()
      .write(over(hoursFromNow(4)), hoursFromNow(5));
    expect(story.sums()).toMatchObject({ crossed: 1, missed: 0, kept: 0 });
  });

  it('one of which nobody had been told is a miss', () => {
    const story = new Story().write(open()).write(over(hoursFromNow(4)), hoursFromNow(5));
    expect(story.sums()).toMatchObject({ told: 0, crossed: 1, missed: 1, lead: {} });
  });

  it('so is one of which the first word came after it', () => {
    const late = hoursFromNow(5);
    const story = new Story().write(open()).tell(late).write(over(late), late);
    expect(story.sums()).toMatchObject({ told: 1, crossed: 1, missed: 1, lead: { '-2': 1 } });
  });

  it('what ended before its line within the hour in which the sweep saw it was kept', () => {
    const story = new Story().write(open()).tell().write(over(line), hoursFromNow(4));
    expect(story.sums()).toMatchObject({ crossed: 0, kept: 1 });
  });

  it('one that was crossed and kept between two sweeps, before any finding, is a miss too', () => {
    const story = new Story()
      .write(aWatchedOrder({ order, findings: [] }))
      .write(over(after(line, hours(1))), hoursFromNow(4));
    expect(story.sums()).toMatchObject({ opened: 0, crossed: 1, missed: 1 });
  });

  it('one that is still open when the time is over counts when it is crossed, and not before', () => {
    const story = new Story().write(open());
    noteEnd(story.state, hoursFromNow(2));
    expect(story.sums()).toMatchObject({ crossed: 0, kept: 0 });
    const later = new Story().write(open());
    noteEnd(later.state, hoursFromNow(4));
    expect(later.sums()).toMatchObject({ crossed: 1, missed: 1 });
  });

  it('so does one that was crossed without any finding', () => {
    const story = new Story();
    noteStillOpen(story.state, aWatchedOrder({ order, findings: [] }), aSetting('GB', hoursFromNow(4)), measure);
    expect(story.sums()).toMatchObject({ crossed: 1, missed: 1 });
    const known = new Story().write(open());
    noteStillOpen(known.state, open(), aSetting('GB', hoursFromNow(4)), measure);
    expect(known.sums()).toMatchObject({ crossed: 0 });
  });

  it('what had begun when the time begins is no figure, whenever a changed threshold finds it', () => {
    const { state } = new Story();
    noteBegun(state, aWatchedOrder({ order, findings: [] }), aSetting(), measure);
    expect([...state.begun]).toEqual([`confirm-by/${order.id}`]);
    noteOrder(state, open(), undefined, aSetting('GB', hoursFromNow(2)), measure);
    noteEnd(state, hoursFromNow(4));
    expect(figuresOf(state)).toMatchObject({ standing: 1, checks: [] });
  });

  it('nor is it while it goes on, whatever else happens to the order', () => {
    const story = new Story();
    const begun = aWatchedOrder({ order, findings: [] });
    noteBegun(story.state, begun, aSetting(), measure);
    const touched = aWatchedOrder({ order: { ...order, updatedAt: hoursFromNow(1) }, findings: [] });
    story.write(begun).write(touched, hoursFromNow(1)).write(open(), hoursFromNow(2));
    expect(figuresOf(story.state)).toMatchObject({ standing: 1, checks: [] });
    const done = new Story();
    noteBegun(done.state, begun, aSetting(), measure);
    done.write(begun).write(over(hoursFromNow(1)), hoursFromNow(1));
    expect([...done.state.begun]).toEqual([]);
  });

  it('what the first sweep found is counted apart', () => {
    const story = new Story()
      .write(open({ ...warning, quiet: true }))
      .tell()
      .write(over(hoursFromNow(4)), hoursFromNow(5));
    expect(figuresOf(story.state)).toMatchObject({ standing: 1, checks: [] });
  });
});

describe('what is told', () => {
  it('counts once, by whoever hears of it first', () => {
    const story = new Story().write(open()).tell().tell(hoursFromNow(1));
    expect(story.sums()).toMatchObject({ told: 1, lead: { 3: 1 } });
  });

  it('is not the word that it is over', () => {
    expect(new Story().write(open()).tell(now, { transition: 'resolved' }).sums()).toMatchObject({ told: 0 });
  });

  it('includes what a line explains', () => {
    const story = new Story().write(open());
    const rows = [{ order: order.id }];
    story.tell(now, { check: 'feed-lagging', subject: { kind: 'shop', id: '1' }, folded: { count: 1, rows } });
    expect(story.sums()).toMatchObject({ told: 1 });
  });
});

it("days are those of the shop's zone, with what is open at the end of each", () => {
  const story = new Story().write(open()).tell();
  noteReport(story.state, 'email:en', aSetting('GB', now));
  noteSweep(story.state, 2, aSetting('GB', now));
  const { sweeps, remedies, orders, days, receivers } = figuresOf(story.state);
  expect({ sweeps, remedies, orders }).toEqual({ sweeps: 1, remedies: 2, orders: 1 });
  expect(receivers).toEqual([{ receiver: 'email:en', notices: 1, reports: 1 }]);
  expect(days).toEqual([{ day: '2026-01-15', messages: 2, opened: 1, live: { warning: 1, breach: 0, critical: 0 } }]);
});
