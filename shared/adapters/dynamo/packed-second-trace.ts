import type { CarrierEvent, SecondTrace } from '../../domain/second-trace.ts';
import { instant, type Instant } from '../../domain/time.ts';
import { letterOf, packText, packTime, refuse, unpackText, unpackTime, wordOf } from './pack.ts';
import { milestoneLetters } from './packed-scans.ts';

/** Part of the stored format: a letter is never given to another state. */
const stateLetters = { pending: 'p', traced: 't', 'not-found': 'n', unreadable: 'u' } as const satisfies Record<
  SecondTrace['state'],
  string
>;

const epoch = instant(0);

/** `source|asked|state|announced|carrier|status`; the number is the item's key, and the events stand beside it. */
export function packSecondTrace({ source, askedAt, state, announced, carrier, status }: SecondTrace): string {
  const letter = letterOf(stateLetters, state);
  const fields = [packText(source), packTime(askedAt, epoch), letter, announced ? 'a' : ''];
  return [...fields, packText(carrier), packText(status)].join('|');
}

export function unpackSecondTrace(number: string, packed: string, events: string): SecondTrace {
  const [source, asked = '', letter = '', announced, ...said] = packed.split('|');
  const askedAt = unpackTime(asked, epoch);
  const [carrier, status] = said.map(unpackText);
  return {
    number,
    source: unpackText(source) ?? refuse('no source'),
    askedAt,
    state: wordOf(stateLetters, letter),
    ...(announced === 'a' && { announced: true }),
    ...(carrier !== undefined && { carrier }),
    ...(status !== undefined && { status }),
    events: unpackEvents(events, askedAt),
  };
}

/** `time|milestone|signs|text` for each; times from the event before, the first from when it was asked. */
export function packEvents({ events, askedAt }: Pick<SecondTrace, 'events' | 'askedAt'>): string {
  const packed = events.map(({ at, milestone, zone, text, imported }, place) => {
    const time = packTime(at, events[place - 1]?.at ?? askedAt);
    const letter = letterOf(milestoneLetters, milestone);
    const signs = `${zone === 'assumed' ? '?' : ''}${imported ? 'i' : ''}`;
    return [time, letter, signs, packText(text === '' ? undefined : text)].join('|');
  });
  return packed.join(';');
}

function unpackEvents(packed: string, askedAt: Instant): readonly CarrierEvent[] {
  if (packed === '') return [];
  const events: CarrierEvent[] = [];
  for (const entry of packed.split(';')) {
    const [time = '', letter = '', signs = '', text] = entry.split('|');
    events.push({
      at: unpackTime(time, events.at(-1)?.at ?? askedAt),
      text: unpackText(text) ?? '',
      milestone: wordOf(milestoneLetters, letter),
      zone: signs.includes('?') ? 'assumed' : 'stated',
      ...(signs.includes('i') && { imported: true }),
    });
  }
  return events;
}
