import { SeventeenTrack } from '../../../shared/carriers/17track.ts';
import type { SecondTrace } from '../../../shared/domain/second-trace.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { World } from './world.ts';

/**
 * The answers of the simulated 17TRACK about every parcel there is, as if its shops had been watched since yesterday:
 * a first look then says at once why parcels are silent, and not only an hour later.
 */
export async function askedBefore(
  { file, simulator }: World,
  now: Instant,
): Promise<NonNullable<World['secondTraces']>> {
  if (!simulator) return [];
  const { key } = simulator.seventeenTrack;
  const source = new SeventeenTrack({ url: simulator.seventeenTrackUrl, key, callsPerSecond: 1_000 });
  const traces: SecondTrace[] = [];
  const numbers = simulator.seventeenTrack.knowAll();
  for (let start = 0; start < numbers.length; start += source.batch) {
    const batch = numbers.slice(start, start + source.batch);
    traces.push(
      ...(await source.query(
        batch.map((number) => ({ number })),
        now,
      )),
    );
  }
  const connected = file.shops.filter(({ secondOpinion }) => secondOpinion);
  return connected.map(({ id }) => ({ shop: id, traces: traces.filter(({ state }) => state === 'traced') }));
}
