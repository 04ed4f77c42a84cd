import { describe, expect, it } from 'vitest';
import { redraw } from '../../infra/cli/redraw.ts';

function aScreen(stopAfter: number) {
  const stop = new AbortController();
  const written: string[] = [];
  const screen = {
    rows: 30,
    write: (text: string) => {
      written.push(text);
      if (written.length >= stopAfter) stop.abort();
    },
  };
  return { screen, written, stop: stop.signal };
}

describe('a screen that is drawn anew', () => {
  it('begins at the top each time, knows its height, and ends when it is stopped', async () => {
    const { screen, written, stop } = aScreen(2);
    let drawn = 0;
    await redraw(screen, { every: 1, stop, draw: (lines) => Promise.resolve(`${(drawn += 1)} of ${lines}`) });
    expect(written).toEqual(['\u001B[H\u001B[J1 of 30\n', '\u001B[H\u001B[J2 of 30\n']);
  });

  it('outlives what cannot be read for a while, and says so', async () => {
    const { screen, written, stop } = aScreen(4);
    const answers = [() => 'one', () => fail('no network'), () => 'two'];
    const draw = async () => (answers.shift() ?? (() => ''))();
    await redraw(screen, { every: 1, stop, draw });
    expect(written.join('')).toBe(
      '\u001B[H\u001B[Jone\n\u001B[H\u001B[Jone\nCould not be read again: no network\n\u001B[H\u001B[Jtwo\n',
    );
  });

  it('does not begin where nothing can be read', async () => {
    const { screen, written, stop } = aScreen(1);
    await expect(
      redraw(screen, { every: 1, stop, draw: () => Promise.reject(new Error('nothing here')) }),
    ).rejects.toThrow('nothing here');
    expect(written).toEqual([]);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
