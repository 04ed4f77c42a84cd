import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesWith, product, sourceFiles } from './source-files.ts';

const everything = sourceFiles(...product, 'test');
const mostLines = 250;

describe('the style of the house', () => {
  it('looks at the sources at all', () => expect(everything.length).toBeGreaterThan(100));

  it(`keeps every file of the product within ${mostLines} lines`, () => {
    const long = sourceFiles(...product).map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > mostLines)).toEqual([]);
  });

  it('names files after what they hold, never after the kind of thing they are', () => {
    const vague = /^(utils?|helpers?|types?|common|misc|index|constants|lib)([.-].*)?\.ts$/;
    expect(everything.map(({ path }) => path).filter((path) => vague.test(basename(path)))).toEqual([]);
  });

  it('writes file names in kebab-case; a language keeps the case of its tag', () => {
    const kebab = /^[a-z0-9]+(-([a-z0-9]+|CN|TW))*(\.test|\.config|\.d)?\.ts$/;
    expect(everything.map(({ path }) => path).filter((path) => !kebab.test(basename(path)))).toEqual([]);
  });

  it('exports by name only', () => {
    expect(linesWith(everything, /^\s*export\s+(default\b|\{[^}]*\bas\s+default\b)/)).toEqual([]);
  });

  it('re-exports nothing, so that there is one place to import a thing from', () => {
    expect(linesWith(everything, /^\s*export\s+(type\s+)?(\*|\{[^}]*\})\s*(as\s+\w+\s+)?from\b/)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    // Written so that this line does not find itself.
    const later = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/;
    expect(linesWith(everything, later)).toEqual([]);
  });

  it('runs every test it has', () => {
    const held = /\b(it|test|describe|suite|bench)(\.\w+)*\.(only|skip|todo|fails)\b|\b(xit|xdescribe|fit|fdescribe)\(/;
    expect(linesWith(sourceFiles('test'), held)).toEqual([]);
  });

  it('fakes behind ports, never by replacing a module', () => {
    expect(linesWith(sourceFiles('test'), /\bvi\.(mock|doMock|hoisted)\(/)).toEqual([]);
  });
});
