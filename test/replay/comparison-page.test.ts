import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { comparisonCsv } from '../../infra/cli/replay/comparison-csv.ts';
import { comparisonPage } from '../../infra/cli/replay/comparison-page.ts';
import { comparisonText } from '../../infra/cli/replay/comparison-text.ts';
import { reportOf, type ReplayReport } from '../../infra/cli/replay/replay-report.ts';
import { compareRuns } from '../../infra/replay/figures/compare-runs.ts';
import type { RunFigures } from '../../infra/replay/figures/run-figures.ts';
import { aShop } from '../support/a-shop.ts';
import { at } from '../support/moments.ts';

const nasty = '<script>alert(1)</script>"\u202E\u001B[31m';
const moving = ['\u202E', '\u001B'];
const formula = '=HYPERLINK("http://evil.example")';

function aRun(carrier: string): RunFigures {
  const sums = { opened: 3, escalated: 0, told: 2, crossed: 2, missed: 1, kept: 1, lead: { '-2': 1, 11: 1 } };
  const live = { warning: 1, breach: 2, critical: 0 };
  return {
    sweeps: 48,
    orders: 5,
    standing: 0,
    remedies: 1,
    checks: [{ check: 'trace-silent', carrier, ...sums }],
    days: [{ day: '2026-01-01', messages: 4, opened: 3, live }],
    receivers: [{ receiver: 'wecom/夜', notices: 4, reports: 0 }],
  };
}

function aReport(carrier: string): ReplayReport {
  return reportOf(compareRuns(aRun(carrier), { ...aRun(carrier), remedies: 2 }), {
    shop: aShop({ name: nasty }),
    time: { from: at('2026-01-01T00:00:00Z'), until: at('2026-01-02T23:00:00Z') },
    changes: { set: ['trace-silent.tracking-stale=60h'] },
    limits: ['Some.'],
  });
}

describe('what a carrier or a shop is called', () => {
  it('is text on the page, and nothing else', () => {
    const page = comparisonPage(aReport(nasty));
    for (const part of ['<script', ...moving]) expect(page).not.toContain(part);
    expect(page).toContain('&lt;script&gt;alert(1)');
  });

  it('runs in no spreadsheet, and numbers stay numbers', () => {
    const csv = comparisonCsv(aReport(formula));
    expect(csv).not.toMatch(/,"?=/);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).toContain('first told,0 to 24 h after,,findings,1,1');
  });

  it('moves no cursor of a terminal', () => {
    for (const part of moving) expect(comparisonText(aReport(nasty))).not.toContain(part);
  });
});

it('the page can be used without seeing it', async () => {
  const { window } = new JSDOM(comparisonPage(aReport('Evri')), { runScripts: 'outside-only' });
  window.eval(axe.source);
  const inside = window['axe'] as typeof axe;
  const { violations } = await inside.run(window.document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

it('the table says what differs, and that nothing does where nothing was changed', () => {
  const text = comparisonText(aReport('Evri'));
  expect(text).toMatch(/requests for remedies +│ 1 +│ 2 +│ \+1/);
  expect(text).toContain('In force: packs article. Changed: trace-silent.tracking-stale=60h.');
});
