import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SecondTrace } from '../../shared/domain/second-trace.ts';
import { locales, type Locale } from '../../shared/domain/shop.ts';
import { hours, type Instant } from '../../shared/domain/time.ts';
import { evidencePack } from '../../shared/remedies/evidence-pack.ts';
import { evidenceOf } from '../../shared/remedies/evidence.ts';
import type { CaseFile } from '../../shared/remedies/remedy.ts';
import { expectGolden } from '../channels/golden.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderInTransit, aParcel } from '../support/an-order.ts';
import { hoursAgo, minutesAgo, now } from '../support/moments.ts';

const nasty = '</td><script>alert(1)</script> “depot” & Co';
const number = 'JD0002274300018';
const deadline = { at: hoursAgo(24), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } } as const;
const item = aRemedyItem({ deadline, carrier: `Royal ${nasty}` });

/** TikTok saw it three times, last four days ago; the carrier, who rounds to the minute, goes on. */
function aFile(
  scans: readonly Instant[] = [hoursAgo(140), hoursAgo(120), hoursAgo(96)],
  second?: SecondTrace,
): CaseFile {
  const order = anOrderInTransit({
    id: item.order,
    createdAt: hoursAgo(420),
    parcels: [aParcel({ number })],
    collectedAt: scans[0] ?? hoursAgo(140),
  });
  const milestones = scans.map(() => 'departed-facility' as const);
  const trace = { scans, milestones, lastText: nasty };
  return { watched: aWatchedOrder({ order, trace }), second: second ? [second] : [] };
}

const carrier = aSecondTrace(number, [hoursAgo(140), minutesAgo(120 * 60 + 1), hoursAgo(96)], {
  events: [hoursAgo(140), minutesAgo(120 * 60 + 1), hoursAgo(96), hoursAgo(60), hoursAgo(20)].map((at) =>
    aCarrierEvent(at, { text: nasty }),
  ),
});

/** What both know. */
function known() {
  return [140, 120, 96].map((ago) => aCarrierEvent(hoursAgo(ago)));
}

function packOf(file: CaseFile, locale: Locale = 'en', items = [item]) {
  const to = { address: 'operations@shop.example', locale };
  const call = aRemedyCall({ items, to, files: new Map([[item.order, file]]) });
  return evidencePack(call, items);
}

describe('the evidence of a silent order', () => {
  it('lays both traces side by side and marks what TikTok lacks', () => {
    const { rows, lag, shift } = evidenceOf(item, aFile(undefined, carrier), now);
    expect(
      rows.map(({ tiktok, carrier: other, isMissing }) => [tiktok !== undefined, other !== undefined, isMissing]),
    ).toEqual([
      [true, true, false],
      [true, true, false],
      [true, true, false],
      [false, true, true],
      [false, true, true],
    ]);
    expect([lag, shift]).toEqual([hours(76), undefined]);
  });

  it('moves the carrier’s times by the shift at which both agree, and says so', () => {
    const local = carrier.events.map((event) => ({
      ...event,
      at: (event.at + hours(8)) as Instant,
      zone: 'assumed' as const,
    }));
    const file = aFile(undefined, { ...carrier, events: local });
    const { rows, shift } = evidenceOf(item, file, now);
    expect(shift).toBe(-8 * 3_600_000);
    expect(rows.filter(({ isMissing }) => isMissing)).toHaveLength(2);
    expect(packOf(file)[0]?.content).toContain('moved by -480 minutes');
  });

  it.each([
    ['share no scan', [hoursAgo(131), hoursAgo(60)].map((at) => aCarrierEvent(at))],
    ['differ by paperwork', [...known(), aCarrierEvent(hoursAgo(50), { milestone: 'information-only' })]],
    ['tell of one scan half an hour apart', [...known(), aCarrierEvent(minutesAgo(96 * 60 - 30))]],
  ])('claims nothing of traces that %s', (_, events) => {
    const file = aFile(undefined, { ...carrier, events });
    const { rows, lag } = evidenceOf(item, file, now);
    expect([rows.some(({ isMissing }) => isMissing), lag]).toEqual([false, undefined]);
    expect(packOf(file)[0]?.content).toContain('none known');
  });

  it('says so where the carrier’s times cannot be laid beside TikTok’s', () => {
    const strange = [hoursAgo(131), hoursAgo(60)].map((at) => aCarrierEvent(at));
    expect(packOf(aFile(undefined, { ...carrier, events: strange }))[0]?.content).toContain('could not be laid beside');
    expect(packOf(aFile(undefined, carrier))[0]?.content).not.toContain('could not be laid beside');
  });

  it('begins what is missing where the comparison does, after a scan that both know', () => {
    const events = [...known(), aCarrierEvent(minutesAgo(96 * 60 - 30)), aCarrierEvent(hoursAgo(40))];
    const { rows } = evidenceOf(item, aFile(undefined, { ...carrier, events }), now);
    expect(rows.filter(({ isMissing }) => isMissing).map(({ at }) => at)).toEqual([hoursAgo(40)]);
  });

  it('leaves out what the number told of an earlier parcel', () => {
    const events = [aCarrierEvent(hoursAgo(900)), ...carrier.events];
    const { rows } = evidenceOf(item, aFile(undefined, { ...carrier, events }), now);
    expect(rows[0]?.at).toBe(hoursAgo(140));
  });

  it('says that nobody else was asked, where that is so', () => {
    const [page] = packOf(aFile());
    expect(page?.content).toContain('No second source was asked');
    expect(page?.content).toContain('What TikTok shows, not yet compared – Order');
    expect(page?.content).toContain('none known');
  });

  it('can be checked: every hash on the page is that of a line of the data', () => {
    const [page, data] = packOf(aFile(undefined, carrier));
    const lines = (data?.content ?? '')
      .split('\n')
      .slice(1, -2)
      .map((line) => line.replace(/,$/, ''));
    expect(JSON.parse(data?.content ?? '')).toHaveLength(2);
    const hashes = lines.map((line) => createHash('sha256').update(line).digest('hex'));
    expect([...(page?.content ?? '').matchAll(/<code>([0-9a-f]{64})<\/code>/g)].map(([, hash]) => hash)).toEqual(
      hashes,
    );
  });

  it('of an order that is under watch no more is none', () => {
    const call = aRemedyCall({ items: [item] });
    expect(evidencePack(call, [item])).toEqual([]);
  });

  it('fits its sheet, however long the traces: the first missing scan and the newest stay', () => {
    const scans = Array.from({ length: 60 }, (_, place) => hoursAgo(400 - place * 5));
    const events = [...scans, hoursAgo(60), hoursAgo(20)].map((at) =>
      aCarrierEvent(at, { text: '已到达分拣中心'.repeat(20) }),
    );
    const [page] = packOf(aFile(scans, { ...carrier, events }));
    const rows = (page?.content.match(/<tr/g) ?? []).length;
    expect(rows).toBeLessThanOrEqual(13);
    expect(page?.content).not.toMatch(/[\u4e00-\u9fff]{24}/);
    expect(page?.content.match(/class="missing"/g)).toHaveLength(2);
    expect(page?.content).toContain('scans between these are left out');
    expectGolden('evidence-long.en.html', page?.content ?? '');
  });

  it('stands alone: nothing is fetched, nothing runs, nothing links', () => {
    const [page] = packOf(aFile(undefined, carrier));
    expect(page?.content).not.toMatch(/<script|<link|src=|href=|url\(|@import/);
    expect(page?.content).toContain('&lt;script&gt;');
  });

  it.each(locales)('looks as stored, in %s', (locale) => {
    const [page, data] = packOf(aFile(undefined, carrier), locale);
    expectGolden(`evidence.${locale}.html`, page?.content ?? '');
    expectGolden('evidence.json', data?.content ?? '');
  });
});
