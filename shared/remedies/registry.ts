import type { RemedyItem } from '../domain/remediation.ts';
import type { NumberChange } from '../ports/corrections.ts';
import type { Mail } from '../ports/messaging.ts';
import type { Remedy, RemedyCall } from './remedy.ts';
import { chaseCarrier } from './chase-carrier.ts';
import { appealPack } from './appeal-pack.ts';
import { correctNumber } from './correct-number.ts';
import { renewCredential } from './renew-credential.ts';
import { supplementTracking } from './supplement-tracking.ts';

export const remedies: readonly AnyRemedy[] = [
  supplementTracking,
  chaseCarrier,
  renewCredential,
  correctNumber,
  appealPack,
];

export type AnyRemedy = Remedy<'order'> | Remedy<'credential'>;

/** What is asked of a remedy whose kind is not known beforehand. */
export interface AnyCall extends Omit<RemedyCall<'order'>, 'items'> {
  readonly items: readonly RemedyItem[];
}

export function remedyOf(id: string): AnyRemedy | undefined {
  return remedies.find((remedy) => remedy.id === id);
}

export function groupOf(remedy: AnyRemedy, item: RemedyItem): string {
  if (remedy.on === 'order' && item.kind === 'order') return remedy.group(item);
  if (remedy.on === 'credential' && item.kind === 'credential') return remedy.group(item);
  throw new Error(`remedy ${remedy.id} is for findings about one ${remedy.on}, not for ${item.key}`);
}

/** What a remedy changes at TikTok before it writes to anybody. */
export function changesOf(remedy: AnyRemedy, { items, ...rest }: AnyCall): readonly NumberChange[] {
  if (remedy.on !== 'order') return [];
  return remedy.changes?.({ ...rest, items: items.filter((item) => item.kind === 'order') }) ?? [];
}

/** Items of another kind are left out: nobody asks for them. */
export function renderWith(remedy: AnyRemedy, call: AnyCall): Mail {
  const { items, ...rest } = call;
  switch (remedy.on) {
    case 'order':
      return remedy.render({ ...rest, items: items.filter((item) => item.kind === 'order') });
    case 'credential':
      return remedy.render({ ...rest, items: items.filter((item) => item.kind === 'credential') });
  }
}
