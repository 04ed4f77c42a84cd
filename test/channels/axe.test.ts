import { readdirSync, readFileSync } from 'node:fs';
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';

const folder = 'test/fixtures/golden';
const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));

/** What somebody who cannot see the page would miss. Colours have a test of their own: nothing is drawn here. */
async function barriers(html: string): Promise<readonly string[]> {
  const { window } = new JSDOM(html, { runScripts: 'outside-only' });
  window.eval(axe.source);
  const inside = window['axe'] as typeof axe;
  const { violations } = await inside.run(window.document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, impact }) => `${id} (${impact})`);
}

describe('every mail', () => {
  it.each(pages)('%s can be used without seeing it', async (file) => {
    expect(await barriers(readFileSync(`${folder}/${file}`, 'utf8'))).toEqual([]);
  });

  it('would be found wanting', async () => {
    const page =
      '<!doctype html><html><head><title>A page</title></head><body><main><img src="x"></main></body></html>';
    expect(await barriers(page)).toEqual(expect.arrayContaining(['html-has-lang (serious)', 'image-alt (critical)']));
  });
});
