import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderMail } from '../../shared/channels/email.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { reportView } from '../../shared/channels/report-view.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import type { DigestRequest } from '../../shared/domain/digest.ts';
import { locales } from '../../shared/domain/shop.ts';
import { aDailyDigest, aWeeklyReport } from '../support/a-digest.ts';
import { digestNamed, digests } from './digests.ts';

const names = Object.keys(digests) as (keyof typeof digests)[];
const all = names.flatMap((name) => locales.map((locale) => ({ name, locale })));

function rowsOf(request: DigestRequest): readonly string[] {
  return reportView(request).sections.flatMap(({ table }) => table?.rows.map(({ cells }) => cells[0]) ?? []);
}

describe.each(all)('digest $name in $locale', ({ name, locale }) => {
  it('says every heading and every row in a mail, in both of its forms', () => {
    const request = digestNamed(name, locale);
    const { html, text } = renderMail(request);
    for (const { title } of reportView(request).sections) {
      expect(text).toContain(`== ${title}`);
      expect(html).toContain(`>${title}</h2>`);
    }
    for (const row of rowsOf(request)) {
      expect(text).toContain(`- ${row}`);
      expect(html).toContain(row);
    }
  });

  it('has a cell for every heading of its tables', () => {
    for (const { table } of reportView(digestNamed(name, locale)).sections) {
      for (const { cells } of table?.rows ?? []) expect(cells).toHaveLength(table?.head.length ?? 0);
    }
  });

  it('stays within what each receiver takes, and counts what it leaves out', () => {
    const wecom = renderWeCom(digestNamed(name, locale, 'wecom')).markdown.content;
    expect(Buffer.byteLength(wecom)).toBeLessThanOrEqual(4_096);
    const told = wecom.split('\n').filter((line) => line.startsWith('• ')).length;
    const rows = rowsOf(digestNamed(name, locale, 'wecom')).length;
    const rest = locale === 'en' ? `And ${rows - told} more.` : `还有 ${rows - told} 条。`;
    expect(wecom.includes(rest)).toBe(rows > told);
    const dingtalk = renderDingTalk(digestNamed(name, locale, 'dingtalk'));
    expect(Buffer.byteLength(JSON.stringify(dingtalk))).toBeLessThanOrEqual(20_000);
    const feishu = renderFeishu(digestNamed(name, locale, 'feishu'));
    expect(Buffer.byteLength(JSON.stringify(feishu))).toBeLessThanOrEqual(20_000);
  });

  it('fits into Slack with every row', () => {
    const { blocks } = renderSlack(digestNamed(name, locale, 'slack'));
    expect(blocks.length).toBeLessThanOrEqual(50);
    const texts = blocks.flatMap((block) => (block.type === 'section' ? [block.text.text] : []));
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(3_000);
    const rows = texts
      .join('\n')
      .split('\n')
      .filter((line) => line.startsWith('• '));
    expect(rows).toHaveLength(rowsOf(digestNamed(name, locale, 'slack')).length);
  });
});

describe('a digest too long for Slack', () => {
  it('is cut by whole rows, which are counted', () => {
    const lanes = Array.from({ length: 2_000 }, (_, place) => ({
      lane: 'cross-border',
      carrier: `Carrier ${place}`,
      week: { stalled: { count: 1, of: 2 }, late: { count: 1, of: 2 } },
    }));
    const { blocks } = renderSlack(aWeeklyReport({ lanes }));
    expect(blocks).toHaveLength(50);
    const rows = blocks.flatMap((block) =>
      block.type === 'section' ? block.text.text.split('\n').filter((line) => line.startsWith('• ')) : [],
    );
    expect(JSON.stringify(blocks.at(-1))).toContain(`And ${4_000 - rows.length} more.`);
  });
});

describe('the colour of a card', () => {
  it('is that of the worst finding told, or of a figure over its limit', () => {
    const colourOf = (request: DigestRequest) => renderFeishu(request).card.header.template;
    expect(colourOf(digestNamed('busy', 'en', 'feishu'))).toBe('red');
    expect(colourOf(digestNamed('quiet', 'en', 'feishu'))).toBe('green');
    const over = { is: 'score', metric: 'logistics-score', score: 70, limit: 75, origin: 'imported' } as const;
    expect(colourOf(aDailyDigest({ budgets: [over] }))).toBe('orange');
  });
});
