import { describe, expect, it } from 'vitest';
import { renderDingTalk } from '../../shared/channels/dingtalk.ts';
import { renderFeishu } from '../../shared/channels/feishu.ts';
import { inertMarkdown, unlinked } from '../../shared/channels/markdown.ts';
import { renderWeCom } from '../../shared/channels/wecom.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { locales } from '../../shared/domain/shop.ts';
import { stageIds } from '../../shared/messages/stage-ids.ts';
import { aNotice } from '../support/a-notice.ts';
import { many, noticeNamed } from './notices.ts';

const robots = [
  ['WeCom', (notice) => renderWeCom(notice).markdown.content, 4_096],
  ['DingTalk', (notice) => JSON.stringify(renderDingTalk(notice)), 20_000],
  // Time and signature come on top.
  ['Feishu', (notice) => JSON.stringify(renderFeishu(notice)), 19_800],
] as const satisfies readonly (readonly [string, (notice: ReturnType<typeof aNotice>) => string, number])[];

const long = '&*货'.repeat(100);
const cases = robots.flatMap(([robot, render, most]) => locales.map((locale) => ({ robot, render, most, locale })));

describe.each(cases)('$robot in $locale', ({ render, most, locale }) => {
  const channel = { id: `robot/${locale}`, kind: 'robot', locale, to: [] };

  it.each<[string, readonly NoticeLine[]]>([
    ['a hundred lines of one kind', many(100)],
    [
      'a hundred lines of every kind there is',
      many(100).map((line, index): NoticeLine => ({ ...line, stage: stageIds[index % stageIds.length] ?? '' })),
    ],
    [
      'a hundred kinds unheard of, with long names',
      many(100).map((line, index): NoticeLine => ({ ...line, stage: `stage-${index}`, carrier: long, number: long })),
    ],
    ['a hundred solved', many(100).map((line): NoticeLine => ({ ...line, transition: 'resolved' }))],
  ])('tells of %s what fits, and how many it leaves out', (_, lines) => {
    const text = render(aNotice({ channel, lines, more: 50 }));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
    const [, left = ''] = /(?:And|还有) (\d+) (?:more|条)/.exec(text) ?? [];
    const told = text.split('• ').length - 1;
    expect(told).toBeGreaterThan(2);
    expect(told + Number(left)).toBe(150);
  });

  it('leaves nothing out of what fits', () => {
    expect(render(noticeNamed('solved', locale))).not.toMatch(/And \d+ more|还有/);
  });

  it('says of a long first look too what could not be read', () => {
    expect(render(noticeNamed('first-look', locale))).toMatch(/1 order could not be read|1 个订单的数据无法解析/);
  });
});

it('ends no message with the head of a group whose rows were cut', () => {
  const lines = many(100).map((line, index): NoticeLine => ({ ...line, stage: `stage-${index}`, carrier: long }));
  const [, before = ''] = /([^\n]*)\n\nAnd /.exec(renderWeCom(aNotice({ lines })).markdown.content) ?? [];
  expect(before).toMatch(/^• /);
});

it.each([
  ['an address', 'see https://evil.example/pay', 'see https∶//evil․example/pay'],
  ['a bare address', 'www.evil.example', 'www․evil․example'],
  ['a call to everybody', '@all @所有人', '＠all ＠所有人'],
  ['amounts, hours and numbers', '£42.90 at 18:00, 1Z999.5', '£42.90 at 18:00, 1Z999.5'],
])('%s is no link and calls nobody', (_, text, made) => {
  expect(unlinked(text)).toBe(made);
});

it.each([
  ['names of fields', 'rts_sla_time', 'rts_sla_time'],
  ['emphasis', '*a* _b_ ~c~ `d`', '∗a∗ ˍbˍ ∼c∼ ˋdˋ'],
  ['a link', '[pay](x) <@all>', '［pay］(x) ‹＠all›'],
  ['an entity', 'H&M &lt;b&gt; &#60;', 'H&M ＆lt;b＆gt; ＆＃60;'],
])('%s stay text in Markdown', (_, text, made) => {
  expect(inertMarkdown(text)).toBe(made);
});
