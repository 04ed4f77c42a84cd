export interface SlidingSecond {
  /** False = this one is above the limit. It does not count against the next: else who keeps asking never gets in. */
  admit(key: string): boolean;
  reset(): void;
}

/** So many a second for each key, in every second and not only in whole ones. `wall` tells milliseconds. */
export function slidingSecond(perSecond: number, wall: () => number): SlidingSecond {
  const admitted = new Map<string, number[]>();
  return {
    admit(key) {
      const now = wall();
      const recent = (admitted.get(key) ?? []).filter((at) => at > now - 1000);
      const free = recent.length < perSecond;
      admitted.set(key, free ? [...recent, now] : recent);
      return free;
    },
    reset: () => admitted.clear(),
  };
}
