import type { Unix } from '../life.ts';
import type { WorldEvent } from './events-between.ts';

const day = 86_400;

/** From 30 days before an authorization ends, daily at midnight; in which zone the guide (2025-12) leaves open. */
export function warningsBetween(endsAt: Unix, from: Unix, to: Unix): readonly WorldEvent[] {
  const first = Math.ceil(Math.max(from + 1, endsAt - 30 * day) / day) * day;
  const count = Math.max(0, Math.floor((Math.min(to, endsAt) - first) / day) + 1);
  const data = { message: 'The authorization ends soon.', expiration_time: String(endsAt) };
  return Array.from({ length: count }, (_, place) => {
    return { event: 'UPCOMING_AUTHORIZATION_EXPIRATION', type: 7, at: first + place * day, data };
  });
}
