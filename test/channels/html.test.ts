import { describe, expect, it } from 'vitest';
import { html, markup } from '../../shared/channels/mail/html.ts';

describe('the template of a page', () => {
  it.each([
    ['text is escaped', html`<p>${'<b>&"\'`'}</p>`, '<p>&lt;b&gt;&amp;&quot;&#39;&#96;</p>'],
    ['an attribute cannot be left', html`<a href="${'" onclick="x'}"></a>`, '<a href="&quot; onclick=&quot;x"></a>'],
    ['markup of our own stays', html`<p>${markup('<br>')}</p>`, '<p><br></p>'],
    ['parts nest without being escaped twice', html`<p>${html`<i>${'&'}</i>`}</p>`, '<p><i>&amp;</i></p>'],
    ['lists are joined, absent parts are nothing', html`${['<', html`<br />`, undefined, 3]}`, '&lt;<br />3'],
    [
      'the indentation of the source is dropped',
      html`<p>
        <i></i>
      </p>`,
      '<p>\n<i></i>\n</p>',
    ],
    ['line breaks inside values stay', html`<p>${'a\n    b'}</p>`, '<p>a\n    b</p>'],
  ])('%s', (_, made, expected) => {
    expect(made.markup).toBe(expected);
  });
});
