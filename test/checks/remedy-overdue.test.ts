import { describe, expect, it } from 'vitest';
import { remedyOverdue } from '../../shared/checks/remedy-overdue.ts';
import type { KnownCase } from '../../shared/domain/remedy-case.ts';
import { after, hours, seconds } from '../../shared/domain/time.ts';
import { anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

const scans = [hoursAgo(120), hoursAgo(100)];
const chased: KnownCase = {
  remedy: 'chase-carrier',
  key: 'silence-cause/1#1',
  request: 'r',
  askedAt: hoursAgo(49),
  order: '1',
  seen: { scans: 2, newest: hoursAgo(100) },
};

const order = anOrderInTransit({ createdAt: hoursAgo(150), collectedAt: hoursAgo(120) });

function told(cases: readonly KnownCase[] | undefined, shown = scans, at = now) {
  return remedyOverdue.judge({ ...subject(order, { scans: shown }), ...(cases && { cases }) }, aSetting('GB', at));
}

describe('what was asked for has to show within 48 hours', () => {
  it('says since when it is overdue, and which it was', () => {
    expect(told([chased])).toEqual({
      is: 'firing',
      stage: 'remedy-overdue',
      since: hoursAgo(1),
      facts: { remedy: 'chase-carrier' },
    });
  });

  it.each([
    ['nobody looked', undefined],
    ['nothing was asked for', []],
    ['a supplement is another check’s matter', [{ ...chased, remedy: 'supplement-tracking' }]],
    ['an appeal shows nothing at TikTok', [{ ...chased, remedy: 'appeal-pack' }]],
  ] as const)('%s: ok', (_, cases) => expect(told(cases)).toEqual({ is: 'ok', because: 'nothing-asked' }));

  it('waits until the very moment, and looks again then', () => {
    const askedAt = hoursAgo(48);
    expect(told([{ ...chased, askedAt }])).toEqual({ is: 'ok', reviewAt: now });
    expect(told([{ ...chased, askedAt }], scans, after(now, seconds(1)))).toMatchObject({ is: 'firing' });
  });

  it('cannot tell while TikTok does not answer for the trace', () => {
    const unread = { ...subject(order, { scans }), traceRead: false, cases: [chased] };
    expect(remedyOverdue.judge(unread, aSetting())).toEqual({ is: 'unknown', because: 'trace-not-read' });
  });

  it.each(['chase-carrier', 'supplement-tracking', 'appeal-pack'])('says at once that %s has failed', (remedy) => {
    const failed = { ...chased, remedy, askedAt: hoursAgo(2), failedAt: hoursAgo(1) };
    const facts = { remedy };
    expect(told([failed])).toEqual({ is: 'firing', stage: 'remedy-failed', since: hoursAgo(1), facts });
    expect(told([failed], [...scans, hoursAgo(1)])).toEqual({ is: 'ok', because: 'nothing-asked' });
  });

  it('waits as long again after a ticket, and names it', () => {
    const answered = { ...chased, answeredAt: hoursAgo(10), ticket: 'T-9' };
    expect(told([answered])).toEqual({ is: 'ok', reviewAt: after(now, hours(38)) });
    const late = after(now, hours(39));
    expect(told([answered], scans, late)).toMatchObject({ facts: { remedy: 'chase-carrier', ticket: 'T-9' } });
  });

  it('is over with a new scan, even one that is older than the newest known', () => {
    expect(told([chased], [...scans, hoursAgo(5)])).toEqual({ is: 'ok', because: 'nothing-asked' });
    expect(told([chased], [hoursAgo(120), hoursAgo(110), hoursAgo(100)])).toEqual({
      is: 'ok',
      because: 'nothing-asked',
    });
  });

  it('is over with the first scan that there ever was', () => {
    const never = { ...chased, remedy: 'correct-number', seen: { scans: 0 } };
    const waiting = (shown: typeof scans) => ({
      ...subject(anOrderAwaitingCollection(), { scans: shown }),
      cases: [never],
    });
    expect(remedyOverdue.judge(waiting([]), aSetting())).toMatchObject({ is: 'firing' });
    expect(remedyOverdue.judge(waiting([hoursAgo(1)]), aSetting())).toEqual({ is: 'ok', because: 'nothing-asked' });
    // A pick-up is a sign of life as well.
    expect(told([never], [])).toEqual({ is: 'ok', because: 'nothing-asked' });
  });

  it('of two goes by the one that waits longest', () => {
    const other = { ...chased, remedy: 'correct-number', askedAt: hoursAgo(60) };
    expect(told([chased, other])).toMatchObject({ since: hoursAgo(12), facts: { remedy: 'correct-number' } });
  });
});
