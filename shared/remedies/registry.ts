import type { Remedy } from './remedy.ts';
import { supplementTracking } from './supplement-tracking.ts';

export const remedies: readonly Remedy[] = [supplementTracking];

export function remedyOf(id: string): Remedy | undefined {
  return remedies.find((remedy) => remedy.id === id);
}
