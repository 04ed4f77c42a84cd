import { describe, expect, test } from 'vitest';
import { readTrace } from '../../../shared/adapters/tiktok-shop/read-trace.ts';
import { Rejected } from '../../../shared/ports/errors.ts';
import fixture from '../../fixtures/tiktok-shop/tracking.json' with { type: 'json' };

const first = 1767341755000;
const second = 1767406200000;
const third = 1767550867000;

function event(update_time_millis: unknown, description: unknown = 'Scanned') {
  return { update_time_millis, description };
}

test('times ascend whatever order they came in, and the newest text is kept', () => {
  expect(readTrace(fixture.data)).toEqual({
    scans: [first, second, third],
    milestones: ['label-created', 'label-created', 'picked-up'],
    lastText: 'Your package has been collected by the carrier.',
  });
  expect(readTrace({ tracking: fixture.data.tracking.toReversed() })).toEqual(readTrace(fixture.data));
});

test('two events at the same moment are one scan', () => {
  expect(readTrace({ tracking: [event(second), event(first), event(second)] }).scans).toEqual([first, second]);
});

test('of two texts of one moment the one that says more is kept', () => {
  const both = [event(second, 'Delivery date changed'), event(second, 'Out for delivery'), event(second, 'Zwxq 77')];
  expect(readTrace({ tracking: both }).milestones).toEqual(['out-for-delivery']);
  expect(readTrace({ tracking: [event(second, ''), event(second, 'Zwxq 77')] }).milestones).toEqual(['unrecognised']);
});

test.each([
  ['a text that ends with a line break is trimmed', 'Departed!\n', 'Departed!'],
  ['where people may be named the milestone is kept alone', 'Delivered, signed by Jane Example', 'Delivered'],
  ['a signature that nobody understands is no text', 'Zwxq signed J. Example', undefined],
  ['a long text is cut to 200 characters', 'x'.repeat(500), 'x'.repeat(200)],
  ['characters are not cut in half', '📦'.repeat(300), '📦'.repeat(200)],
  ['a blank text is no text', '  \n', undefined],
  ['a text that is a number is no text', 7, undefined],
  ['a missing text is no text', null, undefined],
])('%s', (_, description, lastText) => {
  const trace = readTrace({ tracking: [event(third, description)] });
  expect(trace.scans).toEqual([third]);
  expect(trace.lastText).toBe(lastText);
});

test('the text of an older event never stands for the newest one', () => {
  expect(readTrace({ tracking: [event(first, 'Collected'), event(third, '')] })).not.toHaveProperty('lastText');
});

describe('an order that was never shipped has an empty trace', () => {
  test.each([[{ tracking: [] }], [{ tracking: null }], [{}], [null], [undefined]])('%j', (data) => {
    expect(readTrace(data)).toEqual({ scans: [] });
  });
});

test.each([
  ['without a time', event(undefined)],
  ['with seconds in the place of milliseconds', event(1767341755)],
  ['with a time as text', event('1767341755000')],
  ['that is no object', 'Delivered'],
])('an event %s is left out and the others stay', (_, broken) => {
  expect(readTrace({ tracking: [broken, event(second, 'Collected')] })).toEqual({
    scans: [second],
    milestones: ['unrecognised'],
    lastText: 'Collected',
  });
});

test('a trace of which nothing can be read is refused, without its texts', () => {
  const data = { tracking: [event(0, 'Left with Jane Doe'), event('x', 'Left with Jane Doe')] };
  expect(() => readTrace(data)).toThrow(new Rejected('tracking: none of 2 events can be read'));
});

test('a list that is none is refused with its path', () => {
  expect(() => readTrace({ tracking: 'soon' })).toThrow(new Rejected('tracking: unreadable at data.tracking'));
});
