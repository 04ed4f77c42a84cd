import { describe, expect, it } from 'vitest';
import { after, days, hours } from '../../shared/domain/time.ts';
import { aCarrierEvent } from '../support/a-second-trace.ts';
import { Door } from '../support/a-door.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { RemedyDesk } from '../support/a-remedy-desk.ts';
import { aShop } from '../support/a-shop.ts';
import { Transient } from '../../shared/ports/errors.ts';
import { aSilentParcel, parcelNumber, sweepUntil } from '../support/a-silent-parcel.ts';
import { SweepStory } from '../support/a-sweep.ts';
import { anOrderAwaitingCollection, anOrderInTransit, aParcel } from '../support/an-order.ts';

/** What was told of it, without the clocks that run beside. */
async function heardIn(story: SweepStory, count: number, stages: readonly string[]): Promise<readonly string[]> {
  for (let hour = 0; hour < count; hour += 1) await story.sweepAfter(hours(1));
  return story.heard().filter((line) => stages.some((stage) => line.endsWith(` ${stage}`)));
}

describe('the life of a chase', () => {
  it('ends with the word that it is no problem: nobody is told later that nothing came of it', async () => {
    const carriers = [{ name: 'Royal Mail', contact: 'desk@carrier.example', locale: 'en' }] as const;
    const { story, scans, last } = await aSilentParcel({ carriers });
    const desk = new RemedyDesk(story);
    story.source.tells(
      parcelNumber,
      scans.map((at) => aCarrierEvent(at)),
    );
    await sweepUntil(story, last, hours(74));
    expect(await desk.carryOut()).toEqual(['chase-carrier done']);
    const door = new Door(story, desk.ledger);
    const line = aNoticeLine({ check: 'silence-cause', handle: { episode: 1, at: story.clock.worldTime } });
    await door.send(door.pathFor(line, 'not-a-problem'), { reason: 'it goes by ship' });
    expect(await heardIn(story, 50, ['remedy-overdue', 'carrier-stalled'])).toEqual([]);
    expect(desk.cases).toEqual(['chase-carrier closed']);
  });

  it('asks the carrier, is overdue after two days, and a new scan of TikTok’s verifies it', async () => {
    const carriers = [{ name: 'Royal Mail', contact: 'desk@carrier.example', locale: 'en' }] as const;
    const { story, scans, last } = await aSilentParcel({ carriers });
    const desk = new RemedyDesk(story);
    story.source.tells(
      parcelNumber,
      scans.map((at) => aCarrierEvent(at)),
    );
    expect(await sweepUntil(story, last, hours(74))).toContain('opened carrier-stalled');
    expect(await desk.carryOut()).toEqual(['chase-carrier done']);
    expect(desk.mailer.sent[0]).toMatchObject({ to: ['desk@carrier.example'], replyTo: story.shop.operations.address });
    const told = ['remedy-overdue', 'carrier-stalled'];
    expect(await heardIn(story, 47, told)).toEqual([]);
    expect(await heardIn(story, 2, told)).toEqual(['opened remedy-overdue']);
    expect(await desk.carryOut()).toEqual([]);
    story.script.traces.set('578230114599817301', { scans: [...scans, story.clock.worldTime] });
    expect((await heardIn(story, 1, told)).toSorted()).toEqual(['resolved carrier-stalled', 'resolved remedy-overdue']);
    expect(desk.cases).toEqual(['chase-carrier verified']);
  });
});

describe('the life of a correction', () => {
  async function aMistypedNumber(changes: Parameters<typeof aShop>[0] = {}) {
    const story = new SweepStory(aShop({ packs: ['gb', 'article'], ...changes }));
    const desk = new RemedyDesk(story);
    await story.begin();
    const confirmedAt = story.clock.worldTime;
    const order = {
      ...anOrderAwaitingCollection({ createdAt: confirmedAt, confirmedAt, updatedAt: confirmedAt, shipping: 'seller' }),
      carrierId: '7049',
      parcels: [aParcel({ id: 'p1', number: 'RB 123 456 785 GB' })],
    };
    story.tiktok.upsert(story.shop.id, order);
    desk.corrections.parcels.set('p1', { number: 'RB 123 456 785 GB', shipping: 'seller', change: 'open' });
    await story.sweepAfter(hours(1));
    return { story, desk, order };
  }

  it('proposes, and is verified when TikTok shows the number that was meant', async () => {
    const { story, desk, order } = await aMistypedNumber();
    expect(await desk.carryOut()).toEqual(['correct-number done']);
    expect(desk.mailer.sent[0]?.text).toContain('RB123456785GB');
    expect(desk.corrections.parcels.get('p1')?.number).toBe('RB 123 456 785 GB');
    story.clock.advance(hours(1));
    const updatedAt = story.clock.worldTime;
    story.tiktok.upsert(story.shop.id, {
      ...order,
      updatedAt,
      parcels: [aParcel({ id: 'p1', number: 'RB123456785GB' })],
    });
    await story.sweep();
    expect(desk.cases).toEqual(['correct-number verified']);
  });

  it('enters it where the shop allows that, and says so', async () => {
    const { desk } = await aMistypedNumber({ correctNumbers: true });
    expect(await desk.carryOut()).toEqual(['correct-number done']);
    expect(desk.corrections.parcels.get('p1')?.number).toBe('RB123456785GB');
    expect(desk.mailer.sent[0]?.text).toContain('entered it at TikTok');
  });

  it('says so too where the mail was lost and TikTok shows the number before the next try', async () => {
    const { story, desk, order } = await aMistypedNumber({ correctNumbers: true });
    const request = story.outbox.remediations.find(({ remedy }) => remedy === 'correct-number');
    if (!request) throw new Error('nothing was asked for');
    story.plan.refuseNext('mailer.send', new Transient('454'));
    await expect(desk.act(request)).rejects.toThrow(Transient);
    const parcels = [aParcel({ id: 'p1', number: 'RB123456785GB' })];
    story.clock.advance(hours(1));
    story.tiktok.upsert(story.shop.id, { ...order, updatedAt: story.clock.worldTime, parcels });
    await story.sweep();
    expect(await desk.act(request)).toMatchObject({ is: 'done' });
    expect(desk.mailer.sent[0]?.text).toContain('found it entered already');
    expect(await desk.act(request)).toMatchObject({ is: 'already-done' });
  });

  it('in a dry run enters nothing and sends nothing', async () => {
    const { desk } = await aMistypedNumber({ correctNumbers: true, dryRun: ['correct-number'] });
    expect(await desk.carryOut()).toEqual(['correct-number dry-run']);
    expect(desk.corrections.parcels.get('p1')?.number).toBe('RB 123 456 785 GB');
    expect(desk.mailer.sent).toEqual([]);
  });
});

describe('the life of an appeal', () => {
  it('waits for whoever files it, long after the order has left the book, and is closed by the ticket', async () => {
    const { story, desk, door, line } = await anAppeal();
    expect(story.book.open(story.shop.id)).toEqual([]);
    expect(desk.cases).toContain('appeal-pack open');
    expect(await door.send(door.pathFor(line, 'filed'), { ticket: 'A-1' })).toMatchObject({ is: 'accepted' });
    await story.sweepAfter(hours(1));
    expect(desk.cases).toContain('appeal-pack closed');
  });

  it('is closed when no appeal is taken any more', async () => {
    const { story, desk } = await anAppeal();
    await story.sweepAfter(days(28));
    expect(desk.cases).toContain('appeal-pack open');
    await story.sweepAfter(days(3));
    expect(desk.cases).toContain('appeal-pack closed');
  });

  /** Delivered a day after the line, and forgotten. */
  async function anAppeal() {
    const story = new SweepStory(aShop());
    const desk = new RemedyDesk(story);
    const door = new Door(story, desk.ledger);
    const createdAt = story.clock.worldTime;
    const order = anOrderInTransit({ createdAt, collectedAt: createdAt, updatedAt: createdAt });
    story.tiktok.upsert(story.shop.id, order, { scans: [createdAt] });
    await story.begin();
    while (story.clock.worldTime < after(createdAt, (days(6) + hours(2)) as never)) {
      await story.sweepAfter(hours(1));
      story.script.traces.set('578230114599817301', { scans: [createdAt, story.clock.worldTime] });
    }
    await story.sweepAfter(hours(24));
    const line = story.outbox.notices
      .flatMap(({ lines }) => lines)
      .find(({ stage }) => stage === 'delivery-late-counted');
    expect(await desk.carryOut()).toContain('appeal-pack done');
    if (!line) throw new Error('not told');
    const deliveredAt = story.clock.worldTime;
    const delivered = { ...order, status: 'DELIVERED', deliveredAt, updatedAt: deliveredAt } as const;
    story.tiktok.upsert(story.shop.id, delivered, { scans: [createdAt, deliveredAt] });
    for (let hour = 0; hour < 3; hour += 1) await story.sweepAfter(hours(1));
    return { story, desk, door, line };
  }
});
