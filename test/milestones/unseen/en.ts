import type { StatedText } from '../texts/stated-text.ts';
import { enJourney } from './en-journey.ts';
import { enLastLeg } from './en-last-leg.ts';

export const en: readonly StatedText[] = [...enJourney, ...enLastLeg];
