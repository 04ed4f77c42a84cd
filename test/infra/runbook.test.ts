import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { synthesize } from './synthesized.ts';
import { alarmProperties } from './template-schemas.ts';

const runbook = readFileSync(new URL('../../infra/runbook.md', import.meta.url), 'utf8');
const articles = runbook
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ title: text.split('\n', 1)[0] ?? '', text }));
const alarms = synthesize()
  .all('AWS::CloudWatch::Alarm', alarmProperties)
  .map(({ AlarmDescription }) => /runbook\.md#(.+)$/.exec(AlarmDescription)?.[1] ?? 'no article named');

describe('the runbook', () => {
  it('has an article for every alarm and none that no alarm leads to', () => {
    expect(articles.map(({ title }) => title).toSorted()).toEqual([...alarms].toSorted());
  });

  test.each(articles)('says under $title what happened, what it means for sellers and what to do', ({ text }) => {
    const parts = [...text.matchAll(/^\*\*(.+?)\.\*\* .{20,}$/gm)].map(([, heading]) => heading);
    expect(parts).toEqual(['Description', 'What it means for sellers', 'What to do']);
  });

  it('refers only to its own articles', () => {
    const titles = new Set(articles.map(({ title }) => title));
    const links = [...runbook.matchAll(/\]\(#(.+?)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((anchor) => !titles.has(anchor ?? ''))).toEqual([]);
  });
});
