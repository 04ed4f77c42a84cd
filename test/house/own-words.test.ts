import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesLike, linesWith, root } from './source-files.ts';

// The rules and the houses they are tried on name what must not be.
const rules = new Set(['test/house/own-words.test.ts', 'test/house/import-direction.test.ts']);
const texts = filesLike(
  '{functions,infra,shared,test}/**/*.{ts,md,json,csv,html}',
  '*.{md,json,ts,cjs}',
  '.*',
  '.ci/*',
).filter(({ path }) => !rules.has(path) && path !== 'package-lock.json' && !path.startsWith('.git/'));

describe('the project speaks of itself alone', () => {
  const rows: [string, RegExp][] = [
    ['no path of somebody’s machine', /(^|[\s"'`(=:])(\/(work|home|root|Users|mnt|media|srv)\/\w|[A-Z]:\\\\?Users)/],
    ['no host of a package registry', /\bregistry\.(npmjs|yarnpkg)\b|\b(verdaccio|artifactory|nexus)\b|_authToken/i],
    ['no host that only a company sees', /https?:\/\/[\w.-]+\.(internal|corp|lan|intra)\b/],
    ['no number of an errand', /\b(issue|pull request|PR|session|task)s? (no\. ?|#)?\d+\b/i],
    ['no tool it was written with', /\b(claude|anthropic|chatgpt|openai|copilot|codex)\b/i],
  ];
  it.each(rows)('%s', (_, pattern) => expect(linesWith(texts, pattern)).toEqual([]));

  it('names no path of its own that is not there', () => {
    const named = /(?<![\w/:.-])(?:\.\.\/)*((?:functions|infra|shared)\/[\w./-]*\w|test\/[\w./-]+\.(?:ts|md|json))/g;
    const missing = texts.flatMap(({ path, text }) =>
      [...text.matchAll(named)]
        .map(([, found = '']) => found)
        .filter((found) => !existsSync(`${root}${found}`) && !existsSync(`${root}${found}.ts`))
        .map((found) => `${path}: ${found}`),
    );
    expect(missing).toEqual([]);
  });

  it('locks packages by their content, not by the place they were fetched from', () => {
    const [lock] = filesLike('package-lock.json');
    expect(lock?.text).toContain('"integrity"');
    expect(lock?.text.match(/"resolved": "https?:\/\/(?!registry\.npmjs\.org\/)[^"]+"/g) ?? []).toEqual([]);
  });
});
