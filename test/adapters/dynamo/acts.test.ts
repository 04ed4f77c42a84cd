import { expect, it } from 'vitest';
import { DynamoActs } from '../../../shared/adapters/dynamo/acts.ts';
import type { Act } from '../../../shared/domain/act.ts';
import { after, days } from '../../../shared/domain/time.ts';
import type { ActBook } from '../../../shared/ports/acts.ts';
import { FakeActs } from '../../support/fake-acts.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { hoursAgo, hoursFromNow } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const finding = { check: 'trace-silent', subject: { kind: 'order', id: '5782' }, episode: 1 } as const;
const done = { at: hoursAgo(1), via: 'email:en', finding } as const;
const all: readonly Act[] = [
  { ...done, id: 'link/1', kind: 'acknowledge', by: 'Li Wei' },
  { ...done, id: 'link/2', kind: 'snooze', until: hoursFromNow(4), scope: { kind: 'lane', lane: 'evri/transit' } },
  { ...done, id: 'link/3', kind: 'filed', ticket: 'T-1' },
  { ...done, id: 'link/4', kind: 'extended', until: hoursFromNow(40) },
  { ...done, id: 'link/5', kind: 'not-a-problem', reason: 'known' },
  {
    id: 'answer/r/done',
    at: hoursAgo(1),
    via: 'webhook/erp',
    kind: 'answer',
    request: 'r',
    outcome: 'done',
    reference: 'X',
  },
];

describeOnEachStore<ActBook>(
  'acts',
  { fake: () => new FakeActs(), real: (table) => new DynamoActs(table) },
  (fresh) => {
    it('come back as they were done, and only to their shop', async () => {
      const acts = await fresh();
      for (const act of all) expect(await acts.record(shop, act)).toBeUndefined();
      expect((await acts.list(shop)).toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
        all.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      );
      expect(await acts.list('another')).toEqual([]);
      expect(await acts.find(shop, 'link/3')).toEqual(all[2]);
      expect(await acts.find(shop, 'link/9')).toBeUndefined();
    });

    it('are done once: whoever comes later is told what was done', async () => {
      const acts = await fresh();
      const [first] = all;
      if (!first) throw new Error('none');
      const both = await Promise.all([acts.record(shop, first), acts.record(shop, { ...first, by: 'Mallory' })]);
      expect(both.filter((earlier) => earlier === undefined)).toHaveLength(1);
      const [kept] = await acts.list(shop);
      expect(await acts.record(shop, { ...first, by: 'a third' })).toEqual(kept);
      expect(await acts.list(shop)).toEqual([kept]);
    });
  },
);

describeOnEachEngine('stored acts', (table) => {
  it('are forgotten after 61 days', async () => {
    const clock = new FakeClock();
    const acts = new DynamoActs(await table(clock));
    const [first] = all;
    if (first) await acts.record(shop, first);
    clock.wallTime = after(clock.wallTime, days(60));
    expect(await acts.list(shop)).toHaveLength(1);
    clock.advance(days(2));
    expect(await acts.list(shop)).toEqual([]);
  });
});
