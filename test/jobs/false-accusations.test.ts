import { describe, expect, it } from 'vitest';
import type { Order } from '../../shared/domain/order.ts';
import { after, before, days, hours, minutes, type Instant } from '../../shared/domain/time.ts';
import {
  aSilentParcel,
  byHand,
  causesOf,
  events,
  parcelNumber,
  stalled,
  sweepUntil,
  sync,
} from '../support/a-silent-parcel.ts';
import type { SweepStory } from '../support/a-sweep.ts';
import { aParcel } from '../support/an-order.ts';
import type { Spoil } from '../support/spoil.ts';

describe('TikTok is never accused falsely', () => {
  /** What is found 74 hours after TikTok's last scan. */
  async function found(
    tell: (story: SweepStory, scans: readonly Instant[], last: Instant) => void,
    order: Spoil<Order> = {},
  ) {
    const { story, scans, last } = await aSilentParcel({}, order);
    tell(story, scans, last);
    await sweepUntil(story, last, hours(74));
    return causesOf(story);
  }

  it.each([-8, -3.5, 5.75, 8, 14])('when the source is %s hours off', async (offset) => {
    const causes = await found((story, scans) =>
      story.source.tells(
        parcelNumber,
        events(
          scans.map((at) => after(at, hours(offset))),
          { zone: 'assumed' },
        ),
      ),
    );
    expect(causes).toEqual([stalled]);
  });
  it('and is accused rightly when a source that is off has a scan more', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(parcelNumber, events([...scans, after(last, hours(40))].map((at) => after(at, hours(8))))),
    );
    expect(causes).toEqual([sync]);
  });
  it('and it is said how many of the carrier’s parcels fare alike', async () => {
    const { story, scans, last } = await aSilentParcel();
    story.source.tells(parcelNumber, events([...scans, after(last, hours(40))]));
    await sweepUntil(story, last, hours(72));
    await story.sweepAfter(hours(1));
    expect(story.lastNotice()?.lines).toMatchObject([{ stage: 'api-sync-failure', facts: { alike: 1, among: 1 } }]);
  });
  it('when events come twice and in disorder', async () => {
    const causes = await found((story, scans) => story.source.tells(parcelNumber, events([...scans, ...scans])));
    expect(causes).toEqual([stalled]);
  });
  it('when another carrier has given the number out again', async () => {
    const causes = await found((story, _, last) =>
      story.source.tells(
        parcelNumber,
        events([10, 22, 41].map((later) => after(last, minutes(later * 60 + 17)))),
        'Flash Express',
      ),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when the number was somebody else’s last year', async () => {
    const causes = await found((story, _, last) =>
      story.source.tells(parcelNumber, events([300, 299, 298].map((ago) => before(last, days(ago))))),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when one parcel of a split order moves and the other stands still', async () => {
    const parcels = [aParcel(), aParcel({ id: '1153131168834490070', number: 'JD0002274300019' })];
    const causes = await found(
      (story, scans, last) => {
        story.source.tells(parcelNumber, events(scans));
        story.source.tells('JD0002274300019', events([...scans, after(last, hours(20))]));
      },
      { parcels, tag: 'SPLIT' },
    );
    expect(causes).toEqual([stalled]);
  });
  it('when what is newer is only paper', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(parcelNumber, [
        ...events(scans),
        ...events([after(last, hours(30))], { text: 'Delivery date changed', milestone: 'information-only' }),
      ]),
    );
    expect(causes).toEqual([stalled]);
  });
  it('when what is newer cannot be understood', async () => {
    const causes = await found((story, scans, last) =>
      story.source.tells(parcelNumber, [
        ...events(scans),
        ...events([after(last, hours(30))], { text: 'XQ 12', milestone: 'unrecognised' }),
      ]),
    );
    expect(causes).toEqual([byHand]);
  });
  it('when the source is down: nothing is said of the cause, and the silence is told', async () => {
    const { story, scans, last } = await aSilentParcel();
    story.source.tells(parcelNumber, events([...scans, after(last, hours(40))]));
    story.source.state = 'down';
    const heard = await sweepUntil(story, last, hours(74));
    expect(causesOf(story)).toEqual([]);
    expect(heard).toEqual(['opened trace-gap-48', 'opened second-source-silent', 'escalated tracking-stale']);
    story.source.state = 'well';
    await sweepUntil(story, last, hours(77));
    expect(causesOf(story)).toEqual([sync]);
    expect(story.shopFindings()).toEqual([]);
  });
  it('when it refuses its key: that is told of the key', async () => {
    const { story, last } = await aSilentParcel();
    story.source.state = 'refused';
    const heard = await sweepUntil(story, last, hours(74));
    expect(heard).toEqual(['opened trace-gap-48', 'opened credential-refused', 'escalated tracking-stale']);
  });
});
