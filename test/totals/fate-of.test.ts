import { describe, expect, it } from 'vitest';
import { after, minutes } from '../../shared/domain/time.ts';
import { fateOf, type Done } from '../../shared/totals/fate-of.ts';
import { anOrder } from '../support/an-order.ts';
import { hoursAgo, hoursFromNow, now } from '../support/moments.ts';

const line = hoursAgo(1);
const passed = after(line, minutes(1));
const undone: Done = { isDone: false, at: undefined };

describe('how an order fares against a line', () => {
  const rows: [string, Parameters<typeof fateOf>[1], Done, ReturnType<typeof fateOf>][] = [
    ['not done, not due', hoursFromNow(1), undone, 'open'],
    ['not done, due this instant: the line is not passed yet', now, undone, 'open'],
    ['not done and due', line, undone, 'late'],
    ['done at the line', line, { isDone: true, at: line }, 'onTime'],
    ['done a minute late', line, { isDone: true, at: passed }, 'late'],
    ['done, nobody says when', line, { isDone: true, at: undefined }, undefined],
    ['done before something that was in time', line, { isDone: true, at: undefined, notAfter: line }, 'onTime'],
    ['done before something that was late', line, { isDone: true, at: undefined, notAfter: passed }, undefined],
  ];
  it.each(rows)('%s', (_, at, done, fate) => expect(fateOf(anOrder(), at, done, now)).toBe(fate));
});

describe('how a cancelled order fares', () => {
  const rows: [string, Parameters<typeof anOrder>[0], Done, ReturnType<typeof fateOf>][] = [
    ['cancelled before the line', { cancelledAt: hoursAgo(2) }, undone, undefined],
    ['cancelled at the line', { cancelledAt: line }, undone, undefined],
    ['cancelled after it, undone', { cancelledAt: passed }, undone, 'late'],
    ['cancelled after it, done in time', { cancelledAt: passed }, { isDone: true, at: line }, 'onTime'],
    ['cancelled before it, and done before that', { cancelledAt: line }, { isDone: true, at: hoursAgo(2) }, 'onTime'],
    [
      'cancelled after it, done before something in time',
      { cancelledAt: now },
      { ...undone, notAfter: line },
      'onTime',
    ],
    ['cancelled after it, done nobody knows when', { cancelledAt: now }, { ...undone, notAfter: passed }, undefined],
    ['cancelled after it, done late', { cancelledAt: now }, { isDone: true, at: passed }, 'late'],
    ['cancelled, nobody says when', {}, undone, undefined],
  ];
  it.each(rows)('%s', (_, changes, done, fate) => {
    expect(fateOf(anOrder({ status: 'CANCELLED', ...changes }), line, done, now)).toBe(fate);
  });
});
