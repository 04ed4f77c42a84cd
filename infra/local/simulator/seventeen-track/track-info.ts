import type { Scan, Unix } from '../life.ts';
import { traceText } from '../wire/trace-text.ts';
import { carrierScans } from './carrier-scans.ts';
import type { FoundParcel } from './number-index.ts';
import type { SecondFaults } from './second-faults.ts';

const year = 365 * 24 * 3600;

/** `track_info` of one number; `found` left out: no carrier knows it. */
export function trackInfo(
  number: string,
  found: FoundParcel | undefined,
  now: Unix,
  faults: Readonly<SecondFaults>,
): object {
  const isReused = faults.reused.includes(number);
  const scans = found ? carrierScans(found.life, now) : [];
  if (!found || scans.length === 0) return { latest_status: statusOf('NotFound', 'Other', faults), ...noTracking };
  const { life, shop, parcel } = found;
  const texted = scans.map((scan) => ({
    at: scan.at - (isReused ? year : 0),
    text: traceText(scan, life, shop.market),
  }));
  const events = texted.map(({ at, text }) => eventOf(at, text, faults)).toReversed();
  const name = isReused ? 'Sample Express' : parcel.carrier.name;
  return {
    latest_status: isReused ? statusOf('Delivered', 'Other', faults) : ownStatus(scans, faults),
    tracking: {
      providers: [
        { provider: { key: 0, name }, events: faults.disorder ? [...events, ...events.toReversed()] : events },
      ],
    },
  };
}

const noTracking = { tracking: { providers: [] } };

function ownStatus(scans: readonly Scan[], faults: Readonly<SecondFaults>): object {
  const isOnlyLabel = scans.every(({ stage }) => stage === 'label-created');
  return isOnlyLabel ? statusOf('InfoReceived', undefined, faults) : statusOf('InTransit', 'Other', faults);
}

function statusOf(own: string, detail: string | undefined, { status }: Readonly<SecondFaults>): object {
  const shown = status ?? own;
  return { status: shown, sub_status: detail === undefined ? shown : `${shown}_${detail}` };
}

function eventOf(at: Unix, description: string, { hoursOff }: Readonly<SecondFaults>): object {
  const utc = new Date(at * 1000).toISOString().replace('.000Z', 'Z');
  const local = new Date((at + hoursOff * 3600) * 1000).toISOString().replace('.000Z', '');
  const times = hoursOff === 0 ? { time_iso: utc, time_utc: utc } : { time_iso: local, time_utc: null };
  return { ...times, description, location: null, stage: 'InTransit_Other' };
}
