import { hours } from '../domain/time.ts';
import type { Facts } from '../domain/verdict.ts';
import type { Setting } from './check.ts';

/** How old what is said of a trace may be: TikTok is not asked for it more often because of what it says. */
export function lookFacts({ shop: { lookEvery } }: Setting): Facts {
  return lookEvery === undefined ? {} : { lookHours: Math.round(lookEvery / hours(1)) };
}
