import { expect, it } from 'vitest';
import { recentlyUsed } from '../../shared/milestones/recently-used.ts';

it('finds once what is asked for again and again, and forgets the rest', () => {
  const found: string[] = [];
  const find = recentlyUsed(2, (key) => {
    found.push(key);
    return key.toUpperCase();
  });
  expect(['a', 'b', 'a', 'c', 'a', 'd', 'a', 'e', 'a'].map((key) => find(key)).join('')).toBe('ABACADAEA');
  expect(found).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(find('b')).toBe('B');
  expect(found.at(-1)).toBe('b');
});
