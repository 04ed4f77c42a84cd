import { describe, expect, it } from 'vitest';
import { amended, partOf, restOf } from '../../shared/domain/notice-parts.ts';
import { aNotice, aNoticeLine, noCounts } from '../support/a-notice.ts';

const one = aNoticeLine({ subject: { kind: 'order', id: '1' } });
const two = aNoticeLine({
  subject: { kind: 'order', id: '2' },
  risk: { amount: '5', currency: 'GBP', assumption: { kind: 'fine' } },
});
const overTwo = aNoticeLine({ subject: two.subject, transition: 'resolved', resolvedBecause: 'order-closed' });
const told = aNotice({ lines: [one, two], counts: { ...noCounts, opened: 2, warning: 2 } });

describe('a message that told of findings', () => {
  it('says of those that are over since why, and counts them as over', () => {
    const edited = amended(told, [overTwo]);
    expect(edited.lines[0]).toBe(one);
    expect(edited.lines[1]).toMatchObject({ transition: 'resolved', resolvedBecause: 'order-closed' });
    expect(edited.lines[1]?.risk).toBeUndefined();
    expect(edited.counts).toEqual({ ...noCounts, opened: 1, resolved: 1, warning: 1 });
  });

  it('is the same when told the same again, and when others are over', () => {
    const edited = amended(told, [overTwo]);
    expect(amended(edited, [overTwo])).toBe(edited);
    expect(amended(told, [{ ...overTwo, subject: { kind: 'order', id: '3' } }])).toBe(told);
    expect(amended(told, [{ ...overTwo, check: 'deliver-by' }])).toBe(told);
    expect(amended(told, [{ ...one, transition: 'escalated' }])).toBe(told);
  });
});

describe('a notice in parts', () => {
  const worse = { ...one, transition: 'escalated' as const };
  const news = aNotice({
    lines: [two, worse, overTwo],
    counts: { ...noCounts, opened: 1, escalated: 1, resolved: 1, warning: 7, quarantined: 2 },
    more: 4,
    notWatched: { checks: [], rules: [] },
  });

  it('counts the lines of each part, and the whole shop in both', () => {
    expect(partOf(news, [worse]).counts).toEqual({ ...noCounts, escalated: 1, warning: 7 });
    const rest = restOf(news, [worse, overTwo]);
    expect(rest?.counts).toEqual({ ...noCounts, opened: 1, warning: 7, quarantined: 2 });
    expect(rest?.lines).toEqual([two]);
  });

  it('says in one of them only what is beside the lines', () => {
    expect(partOf(news, [worse])).toMatchObject({ more: 0 });
    expect(partOf(news, [worse])).not.toHaveProperty('notWatched');
    expect(restOf(news, [worse])).toMatchObject({ more: 4, notWatched: { checks: [] } });
  });

  it('leaves nothing where every line is in the other part', () => {
    const all = aNotice({ lines: [worse], counts: { ...noCounts, escalated: 1 } });
    expect(restOf(all, [worse])).toBeUndefined();
    expect(restOf({ ...all, more: 1 }, [worse])?.lines).toEqual([]);
    expect(restOf({ ...all, counts: { ...all.counts, quarantined: 1 } }, [worse])?.lines).toEqual([]);
    expect(restOf(all, [])).toBeDefined();
  });
});
