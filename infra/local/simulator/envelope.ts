import { randomBytes } from 'node:crypto';
import { httpStatusOf } from './refused.ts';
import type { ErrorStyle, Refused } from './refused.ts';

export interface Answer {
  readonly is: 'answer';
  readonly status: number;
  readonly body: string;
  readonly type: 'json' | 'text' | 'html';
  /** Where a browser goes on. */
  readonly location?: string;
}

/** What goes over the wire. `reset` hangs up without an answer. */
export type Reply = Answer | { readonly is: 'reset' };

/** 34 characters, as the platform's: 14 of wall time, 20 of chance. */
function requestId(): string {
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return time + randomBytes(10).toString('hex').toUpperCase();
}

export function success(data: unknown): Answer {
  const body = JSON.stringify({ code: 0, data, message: 'Success', request_id: requestId() });
  return { is: 'answer', status: 200, body, type: 'json' };
}

export function failure(refused: Refused, style: ErrorStyle): Answer {
  const { code, message } = refused;
  const body = JSON.stringify({ code, data: null, message, request_id: requestId() });
  return { is: 'answer', status: httpStatusOf(code, style), body, type: 'json' };
}

/** Cut in the middle: still a whole HTTP answer, but no JSON. */
export function truncated(answer: Answer): Answer {
  return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
}
