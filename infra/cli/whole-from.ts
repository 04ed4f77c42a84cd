import { InvalidArgumentError } from 'commander';

/** A whole number as people type it. Throws what commander prints. */
export function wholeFrom(least: number, most = 100_000_000): (text: string) => number {
  return (text) => {
    const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(count >= least && count <= most))
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return count;
  };
}
