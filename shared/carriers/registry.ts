import type { SecondSource } from '../domain/shop.ts';
import type { TraceSource, TraceSources } from '../ports/trace-source.ts';
import { SeventeenTrack } from './17track.ts';

interface SourceSettings {
  readonly url: string;
  readonly key: string;
}

/** Every source of traces that a shop can connect. */
const sources: Readonly<Record<SecondSource, (settings: SourceSettings) => TraceSource>> = {
  '17track': (settings) => new SeventeenTrack(settings),
};

/** Opens a shop's source once for each key, so that a warm process keeps connections and pace. */
export function openTraceSources(
  urls: Readonly<Record<SecondSource, string>>,
  readKey: (shop: string) => Promise<string | undefined>,
): TraceSources {
  const opened = new Map<string, TraceSource>();
  return {
    async open({ id, secondOpinion }) {
      const key = secondOpinion && (await readKey(id));
      if (!secondOpinion || key === undefined) return undefined;
      const { source } = secondOpinion;
      const known = opened.get(`${source} ${key}`) ?? sources[source]({ url: urls[source], key });
      opened.set(`${source} ${key}`, known);
      return known;
    },
  };
}
