import { describe, expect, it } from 'vitest';
import { after, hours } from '../../shared/domain/time.ts';
import { aCarrierEvent } from '../support/a-second-trace.ts';
import { aSilentParcel, events, parcelNumber, sweepUntil } from '../support/a-silent-parcel.ts';

describe('a cause that turns out to be another', () => {
  it('is news both ways, and asks for what it needs', async () => {
    const { story, scans, last } = await aSilentParcel();
    const asked = () => story.outbox.remediations.map(({ remedy }) => remedy);
    story.source.tells(parcelNumber, events(scans));
    expect(await sweepUntil(story, last, hours(74))).toEqual(['opened trace-gap-48', 'opened carrier-stalled']);
    story.source.tells(parcelNumber, events([...scans, after(last, hours(60))]));
    expect(await sweepUntil(story, last, hours(82))).toEqual(['escalated api-sync-failure']);
    expect(asked()).toEqual(['chase-carrier', 'supplement-tracking']);
    story.source.tells(parcelNumber, events(scans));
    expect(await sweepUntil(story, last, hours(90))).toEqual(['escalated carrier-stalled']);
    // Asked for again, and dealt with once: the episode has its case.
    expect(asked()).toEqual(['chase-carrier', 'supplement-tracking', 'chase-carrier']);
    const keys = story.outbox.remediations.flatMap(({ items }) => items.map(({ key }) => key));
    expect(new Set(keys).size).toBe(1);
  });

  it('so is a carrier that stands still at another place', async () => {
    const { story, scans, last } = await aSilentParcel();
    const held = aCarrierEvent(last, { text: 'Held by customs', milestone: 'import-customs-held' });
    story.source.tells(parcelNumber, [...events(scans.slice(0, -1)), held]);
    await sweepUntil(story, last, hours(74));
    story.source.tells(parcelNumber, events(scans));
    expect(await sweepUntil(story, last, hours(82))).toEqual(['escalated carrier-stalled']);
  });
});

describe('a source that failed', () => {
  it.each([
    ['down', 'second-source/second-source-silent'],
    ['refused', 'credential-expiry/credential-refused'],
  ] as const)(
    '%s, and answers again, is well again although nobody has to be asked any more',
    async (state, finding) => {
      const { story, scans, last } = await aSilentParcel();
      story.source.state = state;
      await sweepUntil(story, last, hours(74));
      expect(story.shopFindings()).toEqual([finding]);
      story.script.traces.set('578230114599817301', { scans: [...scans, after(last, hours(74))] });
      await story.sweepAfter(hours(1));
      expect(story.shopFindings()).toEqual([finding]);
      story.source.state = 'well';
      for (let hour = 0; hour < 2; hour += 1) await story.sweepAfter(hours(1));
      expect(story.shopFindings()).toEqual([]);
    },
  );
});
