import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../channels/golden.ts';
import { workFolder, type Ended } from '../end-to-end/runner.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
afterAll(() => folder.remove());

/** By the words behind `tidewatch`. */
const helps = new Map<string, Ended>();

/** A machine has few processors, and each help is a process. */
const atOnce = 3;

beforeAll(async () => {
  const waiting: (readonly string[])[] = [[]];
  const ask = async (): Promise<void> => {
    for (let words = waiting.shift(); words; words = waiting.shift()) {
      const ended = await runTidewatch(folder.path, ...words, '--help');
      helps.set(words.join(' '), ended);
      const known = words;
      waiting.push(...commandsIn(ended.stdout).map((name) => [...known, name]));
      // Who has nothing to do yet may have by now.
      if (words.length === 0) await Promise.all(Array.from({ length: atOnce }, ask));
    }
  };
  await ask();
}, 120_000);

function commandsIn(help: string): readonly string[] {
  const [, list = ''] = /\nCommands:\n([^]*?)(\n\n|$)/.exec(help) ?? [];
  const names = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name ?? '');
  return names.filter((name) => name !== 'help');
}

describe('every command explains itself', () => {
  it('as it is on record', () => {
    const all = [...helps].toSorted(([one], [other]) => (one < other ? -1 : 1));
    const text = all.map(([words, { stdout }]) => `$ ${`tidewatch ${words}`.trim()} --help\n${stdout}`).join('\n');
    expectGolden('command-line-help.txt', text);
  });

  it('without a complaint, with status 0, and without colours where nobody sees them', () => {
    expect(helps.size).toBeGreaterThan(30);
    for (const [words, { status, stdout, stderr }] of helps) {
      expect({ words, status, stderr }).toEqual({ words, status: 0, stderr: '' });
      expect(stdout, words).not.toContain('\u001B');
    }
  });

  it('and prints JSON where it is asked to, save what prints nothing else or nothing at all', () => {
    const leaves = [...helps].filter(([, { stdout }]) => !stdout.includes('\nCommands:\n'));
    const without = leaves.filter(([, { stdout }]) => !stdout.includes('--json')).map(([words]) => words);
    expect(without.toSorted()).toEqual(['calendars', 'simulator']);
  });

  it('by examples of its own, whose options it has', () => {
    for (const [words, { stdout }] of helps) {
      const [usage = '', list = ''] = stdout.split(/\nExamples?:\n/);
      const lines = list.trimEnd().split('\n');
      for (const line of lines) {
        expect(line, words).toMatch(/^ {2}npx tidewatch [a-z]/);
        // A group shows what its commands can do.
        if (usage.includes('\nCommands:\n') && !line.includes(' policy ')) continue;
        expect(line, words).toContain(` ${words}`);
        for (const [option] of line.matchAll(/ --[a-z-]+/g)) expect(usage, line).toContain(option);
      }
    }
  });
});
