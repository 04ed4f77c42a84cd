import { styleText } from 'node:util';
import type { Recheck, RecheckedLine } from '../../../shared/domain/recheck.ts';
import { instant } from '../../../shared/domain/time.ts';
import type { DeadlineSource, Severity } from '../../../shared/domain/verdict.ts';
import { en } from '../../../shared/messages/en.ts';
import type { Viewpoint } from '../../../shared/messages/moment.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { marketZone } from '../../../shared/policies/market-zone.ts';

/** How the parts of a recheck are written: every time by the shop's zone, and by its market's where that differs. */
export interface Paint {
  time(iso: string): string;
  line(line: RecheckedLine): string;
}

export function paintOf({ now, shop }: Pick<Recheck, 'now' | 'shop'>): Paint {
  const from: Viewpoint = { now: instant(Date.parse(now)), zone: shop.zone, marketZone: marketZone(shop.market) };
  const time = (iso: string): string => en.moment(instant(Date.parse(iso)), from);
  return { time, line: ({ at, source }) => `${time(at)} (${sourceName(source)})` };
}

/** `rts_sla_time` for TikTok's own field, `article/confirm-by` for a clause of a pack. */
function sourceName(source: DeadlineSource): string {
  switch (source.kind) {
    case 'platform':
      return source.field;
    case 'clause':
      return `${source.pack}/${source.clause}`;
    case 'extension':
      return 'agreed with the buyer';
    case 'credential':
      return source.kind;
  }
}

const colours = { warning: 'yellow', breach: 'red', critical: 'magenta' } as const satisfies Record<Severity, string>;

export function inSeverity(severity: Severity): string {
  return styleText(colours[severity], severity);
}

export function heading(text: string): string {
  return `\n${styleText('bold', text)}`;
}

/** A text from outside, or a dash. */
export function given(text: string | null, max = 60): string {
  return text === null || text === '' ? '–' : plain(text, max);
}

export function headline(check: string, stage: string): string {
  const texts: Readonly<Record<string, { readonly headline: string }>> = en.stages;
  return texts[stage]?.headline ?? en.retiredStage(check, stage).headline;
}
