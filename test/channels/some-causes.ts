import type { FoldedOrder, NoticeLine } from '../../shared/domain/notice.ts';
import { aNoticeLine } from '../support/a-notice.ts';
import { daysAgo, hoursAgo } from '../support/moments.ts';

/** Orders that a line speaks for. */
function folded(count: number, carrier: string): NonNullable<NoticeLine['folded']> {
  const rows = Array.from({ length: Math.min(count, 5) }, (_, place): FoldedOrder => ({
    order: `57823011459983${String(1_000 + place)}`,
    carrier,
    number: `YT26005123456${String(10_000 + place)}`,
    lastEvent: { at: hoursAgo(90 + place), text: 'Export declaration submitted' },
  }));
  return { count, rows };
}

function silentOrder(tail: string, stage: string, facts: NoticeLine['facts'], hours: number): NoticeLine {
  const id = `5782301145998${tail}`;
  return aNoticeLine({
    order: id,
    subject: { kind: 'order', id },
    transition: 'opened',
    check: 'silence-cause',
    stage,
    severity: 'critical',
    carrier: 'YunExpress',
    number: `YT26005123${tail}`,
    since: hoursAgo(hours - 72),
    deadline: { at: hoursAgo(hours - 72), source: { kind: 'clause', pack: 'article', clause: 'trace-silent' } },
    lastEvent: { at: hoursAgo(hours), text: 'Departed from sorting centre, Shenzhen' },
    amount: '31.20',
    facts,
  });
}

/** What a sweep says of silent parcels whose causes are known. */
export const someCauses: readonly NoticeLine[] = [
  {
    subject: { kind: 'incident', id: 'carrier-stalled/yunexpress/transit/export-customs' },
    transition: 'opened',
    check: 'incident',
    stage: 'many-parcels-one-cause',
    severity: 'critical',
    since: daysAgo(2),
    facts: {
      cause: 'carrier-stalled',
      carrier: 'YunExpress',
      place: 'export-customs',
      members: 37,
      parcels: 412,
      usual: 0.031,
    },
    folded: folded(37, 'YunExpress'),
  },
  {
    subject: { kind: 'credential', id: 'forwarder-key:4px' },
    transition: 'escalated',
    check: 'credential-expiry',
    stage: 'parcels-dark',
    severity: 'critical',
    since: daysAgo(3),
    deadline: { at: daysAgo(3), source: { kind: 'credential' } },
    facts: { name: '4PX forwarder key', kind: 'forwarder-key', owner: 'Li Wei', parcels: 300 },
    folded: folded(300, '4PX'),
  },
  silentOrder(
    '40001',
    'api-sync-failure',
    {
      place: 'destination',
      missing: 'Arrived at Bristol depot',
      missingAt: hoursAgo(44),
      source: '17track',
      shiftMinutes: -480,
    },
    96,
  ),
  silentOrder('40002', 'carrier-stalled', { place: 'import-customs', last: 'Held by customs' }, 80),
  silentOrder('40003', 'carrier-check-needed', { reason: 'nothing-in-common' }, 75),
  {
    ...silentOrder('40004', 'customs-hold', { place: 'import-customs', lookHours: 24 }, 40),
    check: 'customs-hold',
    severity: 'breach',
    since: hoursAgo(40),
  },
];
