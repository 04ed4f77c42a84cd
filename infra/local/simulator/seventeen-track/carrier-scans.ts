import { scansAt, type Life, type Scan, type Unix } from '../life.ts';
import { diceAt, seedFrom } from '../random.ts';

/** Gaps from which on the simulated world asks itself whose silence it is: the carrier's, or the feed's. */
const longGap = 66 * 3600;

/** In the invented world six long silences in ten are a feed that stopped. */
const feedShare = 0.6;

/**
 * What the carrier itself knows: TikTok's scans, and in some long silences further ones that TikTok never got. Label
 * and order are the seller's doing, not the carrier's.
 */
export function carrierScans(life: Life, now: Unix): readonly Scan[] {
  const own = scansAt(life, now).filter(({ stage }) => stage !== 'placed');
  return own.flatMap((scan, place) => {
    const next = own[place + 1]?.at ?? now;
    return [scan, ...(scan.stage === 'label-created' ? [] : unsynced(life, scan, next))];
  });
}

function unsynced(life: Life, { at }: Scan, next: Unix): readonly Scan[] {
  if (next - at < longGap) return [];
  const dice = diceAt(seedFrom('carrier', life.id), at);
  if (!dice.chance(feedShare)) return [];
  const scans: Scan[] = [];
  for (let time = at + dice.between(12, 30) * 3600; time < next - 6 * 3600; time += dice.between(14, 30) * 3600) {
    scans.push({ at: time + dice.between(0, 3_599), stage: 'departed-facility' });
  }
  return scans.filter((scan) => scan.at < next);
}
