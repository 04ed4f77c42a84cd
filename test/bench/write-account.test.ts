import { describe, expect, it } from 'vitest';
import { contentOf, WriteAccount, type Write } from './write-account.ts';

function put(place: 'open' | 'closed', content: string, run = 'r1'): Write {
  const pk = place === 'open' ? 'open#shop#03' : 'closed#shop#2026-03-16#03';
  const item = { pk: { S: pk }, sk: { S: 'order' }, m: { S: content }, r: { S: run }, ttl: { N: '1' } };
  return { is: 'put', pk, sk: 'order', item };
}

const gone: Write = { is: 'delete', pk: 'open#shop#03', sk: 'order' };

function accountAfter(earlier: readonly Write[], now: readonly Write[]) {
  const account = new WriteAccount();
  for (const write of earlier) account.see(write);
  account.takeSweep();
  for (const write of now) account.see(write);
  return account.takeSweep();
}

describe('the account of a sweep', () => {
  it.each([
    ['a new order is a changed one', [], [put('open', 'a')], [1, 1, 0, 0]],
    ['an order with other content has changed', [put('open', 'a')], [put('open', 'b')], [1, 1, 0, 0]],
    [
      'the same content by another run is a put for nothing',
      [put('open', 'a')],
      [put('open', 'a', 'r2')],
      [0, 1, 0, 1],
    ],
    [
      'there and back within a sweep are two puts for nothing',
      [put('open', 'a')],
      [put('open', 'b'), put('open', 'a')],
      [0, 2, 0, 2],
    ],
    ['twice for one change is two puts', [put('open', 'a')], [put('open', 'b'), put('open', 'c')], [1, 2, 0, 0]],
    ['onto the shelf as it was is a move', [put('open', 'a')], [put('closed', 'a'), gone], [0, 1, 1, 0]],
    ['onto the shelf with a change is a change', [put('open', 'a')], [put('closed', 'b'), gone], [1, 1, 0, 0]],
    ['onto the shelf again is a put for nothing', [put('closed', 'a')], [put('closed', 'a')], [0, 1, 0, 1]],
    [
      'onto the shelf twice is a move and a put for nothing',
      [put('open', 'a')],
      [put('closed', 'a'), put('closed', 'a')],
      [0, 2, 1, 1],
    ],
    ['an order that vanishes has changed', [put('open', 'a')], [gone], [1, 0, 0, 0]],
  ] as const)('%s', (_, earlier, now, expected) => {
    const { changed, orderPuts, moves, putsUnchanged } = accountAfter(earlier, now);
    expect([changed, orderPuts, moves, putsUnchanged]).toEqual(expected);
  });

  it('tells deletes, and writes of what is no order, apart', () => {
    const watch: Write = { is: 'update', pk: 'shop#shop', sk: 'watch' };
    const writes = accountAfter([put('open', 'a')], [put('closed', 'a'), gone, watch, watch]);
    expect([writes.deletes, writes.others]).toEqual([1, { shop: 2 }]);
  });

  it('refuses to guess what an order is after an update in place', () => {
    const account = new WriteAccount();
    expect(() => account.see({ ...gone, is: 'update' })).toThrow('updated in place');
  });
});

describe('the account against the table', () => {
  const { item = {} } = put('open', 'a');
  it.each([
    ['agrees with what was written', 'open', contentOf(item), 'order', 0],
    ['sees other content', 'open', 'other', 'order', 1],
    ['sees another place', 'closed', contentOf(item), 'order', 1],
    ['sees one too many and one missing', 'open', contentOf(item), 'stranger', 2],
  ] as const)('%s', (_, place, content, order, differences) => {
    const account = new WriteAccount();
    account.see(put('open', 'a'));
    expect(account.differencesFrom(new Map([[order, { place, content }]]))).toBe(differences);
  });
});
