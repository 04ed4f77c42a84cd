/** So many in any span of that length, for each name. */
export function rateLimit(most: number, span: number): (name: string, at: Date) => boolean {
  const taken = new Map<string, readonly number[]>();
  return (name, at) => {
    const recent = (taken.get(name) ?? []).filter((one) => one > at.getTime() - span);
    if (recent.length >= most) return false;
    taken.set(name, [...recent, at.getTime()]);
    return true;
  };
}

export const minute = 60_000;
