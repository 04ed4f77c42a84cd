import { expect, it } from 'vitest';
import { DynamoCases } from '../../../shared/adapters/dynamo/cases.ts';
import { caseKey, type RemedyCase } from '../../../shared/domain/remedy-case.ts';
import { days } from '../../../shared/domain/time.ts';
import type { Cases } from '../../../shared/ports/cases.ts';
import { FakeCases } from '../../support/fake-cases.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { hoursAgo } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const shop = '7495510238846614801';
const one: RemedyCase = {
  remedy: 'supplement-tracking',
  key: 'trace-silent/5782#1',
  request: `${shop}#r#supplement-tracking#Evri`,
  askedAt: hoursAgo(3),
  order: '5782',
  seen: { scans: 2, newest: hoursAgo(90) },
  reference: 'mail-1',
};
const other: RemedyCase = {
  remedy: 'renew-credential',
  key: 'credential-expiry/erp-link:erp#2',
  request: 'r',
  askedAt: hoursAgo(1),
};

describeOnEachStore<Cases>(
  'cases',
  { fake: () => new FakeCases(), real: (table) => new DynamoCases(table) },
  (fresh) => {
    it('come back by shop and by key, the last one written', async () => {
      const cases = await fresh();
      await cases.put(shop, [one, other]);
      const ended: RemedyCase = { ...one, end: { is: 'verified', at: hoursAgo(0) } };
      await cases.put(shop, [ended]);
      expect((await cases.list(shop)).toSorted((a, b) => (a.remedy < b.remedy ? -1 : 1))).toEqual([other, ended]);
      expect(await cases.find(shop, [caseKey(one), 'none'])).toEqual(new Map([[caseKey(one), ended]]));
      expect(await cases.list('another')).toEqual([]);
    });
  },
);

describeOnEachEngine('stored cases', (table) => {
  it('are forgotten 61 days after they were last written', async () => {
    const clock = new FakeClock();
    const cases = new DynamoCases(await table(clock));
    await cases.put(shop, [one]);
    clock.advance(days(40));
    await cases.put(shop, [{ ...one, end: { is: 'closed', at: hoursAgo(0) } }]);
    clock.advance(days(60));
    expect(await cases.list(shop)).toHaveLength(1);
    clock.advance(days(2));
    expect(await cases.list(shop)).toEqual([]);
  });
});
