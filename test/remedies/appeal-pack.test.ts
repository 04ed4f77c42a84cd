import { describe, expect, it } from 'vitest';
import { locales } from '../../shared/domain/shop.ts';
import { appealPack } from '../../shared/remedies/appeal-pack.ts';
import { likelyScenario } from '../../shared/remedies/appeal-scenario.ts';
import type { CaseFile } from '../../shared/remedies/remedy.ts';
import { expectGolden } from '../channels/golden.ts';
import { aFinding } from '../support/a-finding.ts';
import { aRemedyCall, aRemedyItem } from '../support/a-remediation.ts';
import { aCarrierEvent, aSecondTrace } from '../support/a-second-trace.ts';
import { aWatchedOrder } from '../support/a-watched-order.ts';
import { anOrderAwaitingCollection, anOrderInTransit } from '../support/an-order.ts';
import { daysAgo, hoursAgo } from '../support/moments.ts';

const source = { kind: 'platform', field: 'tts_sla_time' } as const;
const deadline = { at: hoursAgo(5), source };
const late = aRemedyItem({ key: 'pickup-by/1#1', check: 'pickup-by', stage: 'pickup-overdue', order: '1', deadline });
const older = aRemedyItem({ ...late, key: 'pickup-by/2#1', order: '2', deadline: { at: daysAgo(31), source } });

function aFile(changes: Partial<CaseFile['watched']> = {}, scanned = false): CaseFile {
  const events = scanned ? [aCarrierEvent(hoursAgo(20), { milestone: 'picked-up', text: 'Collected' })] : [];
  const second = scanned ? [aSecondTrace('JD0002274300018', [], { events })] : [];
  return {
    watched: aWatchedOrder({ order: anOrderAwaitingCollection({ id: '1', shipping: 'seller' }), ...changes }),
    second,
  };
}

/** What the carrier tells of the parcel: this, fifteen hours ago. */
function toldOf(event: Parameters<typeof aCarrierEvent>[1], changes: Parameters<typeof aSecondTrace>[2] = {}) {
  const events = [aCarrierEvent(hoursAgo(15), { milestone: 'picked-up', ...event })];
  return { ...aFile(), second: [aSecondTrace('JD0002274300018', [], { events, ...changes })] };
}

describe('what the data speak for', () => {
  const troubled = (milestone: string) =>
    aFinding({ check: 'delivery-exception', stage: 'delivery-exception', facts: { milestone } });
  it.each([
    ['a carrier’s scan before the line', late, aFile({}, true), 'late-scan'],
    ['a scan that may be of another zone', late, toldOf({ zone: 'assumed' }), undefined],
    ['a label made before the line', late, toldOf({ milestone: 'label-created' }), undefined],
    ['a carrier who came in vain', late, toldOf({ milestone: 'exception-other' }), undefined],
    ['another carrier’s parcel of that number', late, toldOf({}, { carrier: 'Nobody Express' }), undefined],
    ['nothing', late, aFile(), undefined],
    ['a wrong address', late, aFile({ findings: [troubled('exception-address')] }), 'buyer'],
    ['a lost parcel', late, aFile({ findings: [troubled('exception-lost-damaged')] }), 'logistics'],
    [
      'scans that TikTok lacks',
      late,
      aFile({ findings: [aFinding({ check: 'silence-cause', stage: 'api-sync-failure' })] }),
      'platform-fault',
    ],
    ['TikTok’s own carrier, who has it', late, aFile({ order: anOrderInTransit({ shipping: 'tiktok' }) }), 'logistics'],
    ['a scan before another line than the pick-up', { ...late, check: 'deliver-by' }, aFile({}, true), undefined],
  ] as const)('%s', (_, item, file, scenario) => expect(likelyScenario(item, file)).toBe(scenario));
});

describe('an appeal pack', () => {
  const files = new Map([['1', aFile({}, true)]]);
  const mailIn = (locale: (typeof locales)[number]) =>
    appealPack.render(
      aRemedyCall({
        remedy: 'appeal-pack',
        to: { address: 'operations@shop.example', locale },
        items: [late, older],
        files,
      }),
    );

  it.each(locales)('looks as stored, in %s', (locale) => {
    const mail = mailIn(locale);
    expectGolden(`appeal.${locale}.html`, mail.html);
    expectGolden(`appeal.${locale}.txt`, `${mail.subject}\n\n${mail.text}`);
    expectGolden(`appeal.${locale}.csv`, mail.attachments[0]?.content ?? '');
  });

  it('goes to operations with the evidence there is', () => {
    const mail = mailIn('en');
    expect(mail.to).toEqual(['operations@shop.example']);
    expect(mail.attachments.map(({ filename }) => filename).slice(1)).toEqual(['evidence.html', 'evidence.json']);
    expect(mail.text).toContain('Handed over in time, scanned late by the carrier');
  });

  it('says how long there is left, and when there may be nothing left', () => {
    const { text } = mailIn('en');
    expect(text).toContain('29 days 19 hours left to appeal');
    expect(text).toContain('the window may be over');
  });
});
