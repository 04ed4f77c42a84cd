import type { SecondSource } from '../domain/shop.ts';
import type { TraceSource, TraceSources } from '../ports/trace-source.ts';
import { SeventeenTrack } from './17track.ts';

interface SourceCard {
  /** Where it answers. */
  readonly url: string;
  open(settings: { readonly url: string; readonly key: string }): TraceSource;
}

/** Every source of traces that a shop can connect. */
const sources: Readonly<Record<SecondSource, SourceCard>> = {
  '17track': { url: 'https://api.17track.net', open: (settings) => new SeventeenTrack(settings) },
};

/**
 * Opens a shop's source once for each key, so that a warm process keeps connections and pace. `urls`: where other
 * hosts answer in a source's place, as a simulator does.
 */
export function openTraceSources(
  readKey: (shop: string) => Promise<string | undefined>,
  urls: { readonly [source in SecondSource]?: string } = {},
): TraceSources {
  const opened = new Map<string, TraceSource>();
  return {
    async open({ id, secondOpinion }) {
      const key = secondOpinion && (await readKey(id));
      if (!secondOpinion || key === undefined) return undefined;
      const { source } = secondOpinion;
      const card = sources[source];
      const known = opened.get(`${source} ${key}`) ?? card.open({ url: urls[source] ?? card.url, key });
      opened.set(`${source} ${key}`, known);
      return known;
    },
  };
}
