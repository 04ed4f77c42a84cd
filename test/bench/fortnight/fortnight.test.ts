import { beforeAll, describe, expect, it } from 'vitest';
import { fortnightReport, missedByFortnight } from './fortnight-report.ts';
import { liveThroughFortnight, type Fortnight } from './fortnight.ts';

describe('a seller’s fortnight', () => {
  let story: Fortnight;
  beforeAll(async () => {
    story = await liveThroughFortnight(400);
  }, 120_000);

  it('has nothing told twice, nothing resolved falsely, and every line told of by the first sweep that can know', () => {
    expect(missedByFortnight(story)).toEqual([]);
    expect(story.sweepsLate.length).toBeGreaterThan(100);
  });

  it('takes a tenth of the lines that repeating would take, and fewer messages for who sleeps', () => {
    const lines = story.days.reduce((sum, day) => sum + day.lines, 0);
    expect(lines).toBeLessThan(story.repeating.lines / 10);
    for (const { messages } of story.days) expect(messages[1]).toBeLessThanOrEqual(16);
  });

  it('is printed a line a day', () => {
    expect(fortnightReport(story).split('\n').length).toBeGreaterThan(14 + 6);
  });

  it('would show what is wrong', () => {
    const wrong = { ...story, duplicates: ['a'], falseResolutions: ['b'], sweepsLate: [1] };
    expect(missedByFortnight(wrong)).toHaveLength(3);
  });
});
