import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { locales } from '../../shared/domain/shop.ts';
import { filesLike, sourceFiles, type SourceFile } from './source-files.ts';

const fixtures = filesLike('test/fixtures/**/*.*').map(({ path }) => basename(path));
const tests = sourceFiles('test').filter(({ path }) => !path.startsWith('test/house/'));

/** A name like `notice-${name}.${locale}.html`: what stands for a hole is quoted in the same test, or a locale. */
function makesUp(fixture: string, { text }: SourceFile): boolean {
  return [...text.matchAll(/`([^`\s]*\$\{[^`\s]*)`/g)].some(([, template = '']) => {
    const literals = template
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const holes = new RegExp(`^${literals.join('(.+)')}$`).exec(fixture)?.slice(1);
    return holes?.every((part) => text.includes(`'${part}'`) || locales.some((locale) => locale === part)) ?? false;
  });
}

it('every fixture is used by a test', () => {
  expect(fixtures.length).toBeGreaterThan(5);
  const unused = fixtures.filter((name) => !tests.some((test) => test.text.includes(name) || makesUp(name, test)));
  expect(unused).toEqual([]);
});
