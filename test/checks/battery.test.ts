import { describe, expect, it } from 'vitest';
import { battery } from '../../shared/checks/battery.ts';
import type { Deeds } from '../../shared/domain/deed.ts';
import type { Order } from '../../shared/domain/order.ts';
import { anOrder, anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';
import { toldVerdict } from '../support/told-verdict.ts';

const flags = { battery: 'suspected' } as const;
const bank = anOrder({ flags });
const fires = 'battery-flag-missing by ';

describe('what holds a battery is declared', () => {
  const rows: [string, Order, Deeds, string][] = [
    ['nothing speaks of a battery', anOrder(), {}, 'ok'],
    ['a name speaks of one', bank, {}, fires],
    ['confirmed, but still in the house', anOrderAwaitingCollection({ flags }), {}, fires],
    ['people say that it is declared', bank, { battery: 'declared' }, 'ok'],
    ['people say that there is none inside', bank, { battery: 'none' }, 'ok'],
    ['what people say of its label is no answer', bank, { label: 'platform' }, fires],
    ['collected: too late to declare it', anOrderInTransit({ flags }), {}, 'ok'],
    ['not paid yet', anOrder({ flags, status: 'UNPAID' }), {}, 'ok'],
    ['a state nobody knows', anOrder({ flags, status: 'unrecognised' }), {}, 'unknown: status-unrecognised'],
  ];
  it.each(rows)('%s', (_, order, deeds, expected) => {
    expect(toldVerdict(battery.judge({ ...subject(order), deeds }, aSetting()))).toBe(expected);
  });

  it('names the rule where a pack of the shop has it, and fires without one too', () => {
    const rule = { pack: 'article', clause: 'battery-declaration' };
    expect(battery.judge(subject(bank), aSetting())).toMatchObject({ since: hoursAgo(2), facts: rule });
    expect(battery.judge(subject(bank), aSetting('GB', now, { packs: ['gb'] }))).toMatchObject({
      is: 'firing',
      facts: {},
    });
  });
});
