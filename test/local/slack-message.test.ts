import { describe, expect, it } from 'vitest';
import { readSlackPayload } from '../../infra/local/receivers/slack-message.ts';
import { renderMrkdwn, renderSlack } from '../../infra/local/receivers/slack-rendering.ts';

const text = 'Three orders are late';
const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(length) } });
const header = (length: number) => ({ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(length) } });
const divider = { type: 'divider' };

describe('a payload', () => {
  it.each<[string, unknown]>([
    ['with text alone', { text }],
    ['with 50 blocks', { text, blocks: Array.from({ length: 50 }, () => divider) }],
    ['with a section of 3000 characters', { text, blocks: [section(3000)] }],
    ['with a header of 150 characters', { text, blocks: [header(150)] }],
    ['with a button', { text, blocks: [{ type: 'actions', elements: [button('https://tidewatch.example/')] }] }],
  ])('%s is taken', (_, payload) => {
    expect(readSlackPayload(JSON.stringify(payload))).not.toHaveProperty('refused');
  });

  it.each<[string, string, string]>([
    ['that is not JSON', '{', 'invalid_payload'],
    ['that is not an object', '[]', 'invalid_payload'],
    ['without text', JSON.stringify({ blocks: [divider] }), 'no_text'],
    ['with 51 blocks', blocks(...Array.from({ length: 51 }, () => divider)), 'invalid_blocks: blocks: '],
    ['with a section of 3001 characters', blocks(section(3001)), 'invalid_blocks: blocks.0.text.text: '],
    ['with an empty section', blocks({ type: 'section' }), 'invalid_blocks: blocks.0: a section needs text or fields'],
    ['with a header of 151 characters', blocks(header(151)), 'invalid_blocks: blocks.0.text.text: '],
    [
      'with markup in a header',
      blocks({ type: 'header', text: { type: 'mrkdwn', text: '*x*' } }),
      'invalid_blocks: blocks.0.text.type: ',
    ],
    ['with a block nobody knows', blocks(divider, { type: 'marquee' }), 'invalid_blocks: blocks.1.type: '],
    [
      'with eleven elements in a context',
      blocks({ type: 'context', elements: Array.from({ length: 11 }, () => ({ type: 'mrkdwn', text: 'x' })) }),
      'invalid_blocks: blocks.0.elements: ',
    ],
  ])('%s is refused', (_, body, refused) => {
    const answer = readSlackPayload(body);
    expect('refused' in answer && answer.refused.slice(0, refused.length)).toBe(refused);
  });
});

it.each([
  ['bold, italic and struck', '*a b* _c_ ~d~', '<strong>a b</strong> <em>c</em> <s>d</s>'],
  ['marks within a word are letters', 'TIKTOK_ORDER_ID 2*3*4', 'TIKTOK_ORDER_ID 2*3*4'],
  ['a mark that is never closed is a letter', '*a', '*a'],
  ['styles within styles', '*a _b_*', '<strong>a <em>b</em></strong>'],
  ['code keeps marks', '`*a*`', '<code>*a*</code>'],
  ['HTML is text', '<b>"x"</b> & `<i>`', '&lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; <code>&lt;i&gt;</code>'],
  ['what the sender escaped is shown as it was', 'a &lt;b&gt; &amp;amp;', 'a &lt;b&gt; &amp;amp;'],
  [
    'a link with a label',
    '<https://x.example/?a=1&amp;b=2|Open *it*>',
    '<a href="https://x.example/?a=1&amp;b=2" rel="noreferrer noopener">Open *it*</a>',
  ],
  ['a link of a dangerous kind is text', '<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
])('markup: %s', (_, source, rendered) => {
  expect(renderMrkdwn(source).toString()).toBe(rendered);
});

it('a button with a dangerous address is no link', () => {
  const rendered = renderSlack({ text, blocks: [{ type: 'actions', elements: [button('javascript:alert(1)')] }] });
  expect(rendered.toString()).not.toContain('javascript');
});

function blocks(...list: readonly unknown[]): string {
  return JSON.stringify({ text, blocks: list });
}

function button(url: string) {
  return { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Open' }, url };
}
