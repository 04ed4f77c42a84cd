import { describe, expect, it } from 'vitest';
import { applyMutant, findMutants } from './find-mutants.ts';

/** The text with each of its decisions turned round. */
function turnedRound(text: string): readonly string[] {
  return findMutants('a.ts', text).map((mutant) => applyMutant(text, mutant));
}

describe('every decision is turned round, alone', () => {
  const rows: [string, string, readonly string[]][] = [
    ['a boundary moves by one instant, and the order turns', 'a < b;', ['a <= b;', 'a >= b;']],
    ['so it does at the other boundary', 'a >= b;', ['a > b;', 'a < b;']],
    ['equality', 'a === b;', ['a !== b;']],
    ['both sides of an “and”', 'f(a && b);', ['f(((a) || (b)));', 'f(!a && b);', 'f(a && !b);']],
    [
      'an “or” keeps its place among others',
      'a === b || c;',
      ['((a === b) && (c));', 'a === b || !c;', 'a !== b || c;'],
    ],
    ['a negation', 'f(!a);', ['f(a);']],
    ['a bare condition', 'if (a) f();', ['if (!a) f();']],
    ['a choice', 'a ? b : c;', ['!a ? b : c;']],
    ['a preference', 'a ?? b;', ['b ?? a;']],
    ['a case', "switch (a) { case 'b': f(); }", ["switch (a) { case 'no such case': f(); }"]],
    ['an extreme', 'Math.min(a, b);', ['Math.max(a, b);']],
    ['what a search looks for', 'a.find((b) => f(b));', ['a.find((b) => !f(b));']],
    ['a field left out: whether, not how', '({ ...(a && { a }) });', ['({ ...(!a && { a }) });']],
    ['what decides nothing stays', 'const a = b + f(c);', []],
  ];
  it.each(rows)('%s', (_, text, expected) => expect(turnedRound(text)).toEqual(expected));

  it('says where, and in one line what', () => {
    expect(findMutants('a.ts', 'f();\nif (a\n  < b) f();').map(({ line, change }) => [line, change])).toEqual([
      [2, 'a < b → a <= b'],
      [2, 'a < b → a >= b'],
    ]);
  });
});
