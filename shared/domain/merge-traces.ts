import { alignTraces } from './align-traces.ts';
import { fileSource, scansOnce, type CarrierEvent, type SecondTrace } from './second-trace.ts';

type Events = readonly CarrierEvent[];

/**
 * What is known of a number after a further answer or import. An answer without scans leaves those that are known. One
 * with scans replaces the source's own, whose times may have been wrong, and never those that people imported; what is
 * imported is added.
 */
export function mergeTraces(known: SecondTrace | undefined, fresh: SecondTrace): SecondTrace {
  if (!known) return fresh;
  // A file says nothing of what the shop's source has been told.
  const { announced } = isFile(fresh) ? known : fresh;
  const merged = fresh.events.length === 0 && known.events.length > 0 ? stillSaid(known, fresh) : said(known, fresh);
  const { announced: _, ...trace } = merged;
  return announced ? { ...trace, announced } : trace;
}

/** An answer that is still to come leaves the question open: it is asked again in the next sweep. */
function stillSaid(known: SecondTrace, { state, askedAt, status }: SecondTrace): SecondTrace {
  return { ...known, ...(state !== 'pending' && { askedAt }), ...(status !== undefined && { status }) };
}

function said(known: SecondTrace, fresh: SecondTrace): SecondTrace {
  const lasting = isFile(fresh) ? known.events : known.events.filter((event) => event.imported);
  if (lasting.length === 0) return fresh;
  if (!goTogether(lasting, fresh.events)) {
    return newest(fresh.events) >= newest(lasting) ? fresh : without(fresh, known, lasting);
  }
  // Of two that are the same scan the last one stays: the imported one.
  const events = scansOnce(isFile(fresh) ? [...lasting, ...fresh.events] : [...fresh.events, ...lasting]);
  return { ...known, ...fresh, source: isFile(fresh) ? known.source : fresh.source, events };
}

/** What is left of a trace where the answer tells of older scans by another clock. */
function without({ askedAt }: SecondTrace, known: SecondTrace, lasting: Events): SecondTrace {
  const source = lasting.every(({ imported }) => imported) ? fileSource : known.source;
  return { ...known, source, askedAt, events: lasting };
}

/**
 * Two histories are joined only where their clocks agree: by the scans that both have, or because both state their
 * zones. Otherwise one scan told twice, hours apart, would pass for a scan that TikTok lacks. Parts of files are
 * joined as they are written.
 */
function goTogether(lasting: Events, fresh: Events): boolean {
  const both = [...lasting, ...fresh];
  if (both.every(({ imported }) => imported)) return true;
  const alignment = alignTraces(
    lasting.map(({ at }) => at),
    fresh,
  );
  return alignment ? alignment.shift === 0 : both.every(({ zone }) => zone === 'stated');
}

function isFile({ source }: SecondTrace): boolean {
  return source === fileSource;
}

function newest(events: Events): number {
  return events.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
}
