import { SeventeenTrack } from '../../../shared/carriers/17track.ts';
import type { SecondTrace } from '../../../shared/domain/second-trace.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { World } from './world.ts';

/**
 * The answers of the simulated 17TRACK about every parcel on its way, as if its shops had been watched since
 * yesterday: a first look then says at once why parcels are silent, and not only an hour later.
 */
export async function askedBefore(
  { file, simulator }: World,
  now: Instant,
): Promise<NonNullable<World['secondTraces']>> {
  if (!simulator) return [];
  const { seventeenTrack: far, seventeenTrackUrl: url } = simulator;
  const source = new SeventeenTrack({ url, key: far.key });
  far.knowAll();
  const asked: { readonly shop: string; readonly traces: readonly SecondTrace[] }[] = [];
  for (const { id: shop, secondOpinion } of file.shops) {
    if (!secondOpinion) continue;
    const parcels = far.underway(shop).map((number) => ({ number }));
    const traces: SecondTrace[] = [];
    for (let start = 0; start < parcels.length; start += source.batch)
      traces.push(...(await source.query(parcels.slice(start, start + source.batch), now)));
    asked.push({ shop, traces: traces.filter(({ state }) => state === 'traced') });
  }
  return asked;
}
