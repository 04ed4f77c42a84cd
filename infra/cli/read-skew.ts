import { systemClock } from '../../shared/adapters/clock.ts';

/**
 * Milliseconds by which this machine's clock is ahead of a server's, negative where it is behind, told by the Date
 * header of whatever the server answers. It has whole seconds.
 */
export async function readSkew(url: string): Promise<number> {
  const before = systemClock.wall();
  const answer = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) });
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(date)) throw new Error(`${new URL(url).host} answers without a date`);
  return (before + systemClock.wall()) / 2 - date;
}
