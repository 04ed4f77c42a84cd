import type { Hearing } from '../jobs/take-webhook.ts';
import type { DoorAnswer } from './door-answer.ts';

/** TikTok sends again what is answered with anything but 200 and 401 (official, 2025-12), and reads no body. */
const statuses = {
  refused: 401,
  malformed: 200,
  repeated: 200,
  stale: 200,
  'unknown-shop': 200,
  other: 200,
  hint: 200,
  'not-found': 404,
  'wrong-method': 405,
  'too-long': 413,
  failed: 500,
} as const satisfies Readonly<Record<Hearing | 'not-found' | 'wrong-method' | 'too-long' | 'failed', number>>;

export function hearingAnswer(hearing: keyof typeof statuses): DoorAnswer {
  const headers = hearing === 'wrong-method' ? { allow: 'POST' } : {};
  return { status: statuses[hearing], headers, body: '', logged: hearing };
}
