import * as z from 'zod';
import { Rejected, Transient } from '../../ports/errors.ts';
import type { Reply } from '../wire.ts';
import { fieldPaths } from './field-paths.ts';
import { isPassingStatus, refusalError } from './refusal.ts';

const envelope = z.object({
  code: z.int(),
  message: z.string().nullish(),
  request_id: z.string().nullish(),
  data: z.unknown().optional(),
});

/**
 * Answers `data` when `code` is 0; the HTTP status does not decide (only 401, 429 and 503 are documented).
 * Throws Transient for what passes by itself, also for bodies cut short; Rejected for everything else.
 */
export function openEnvelope(endpoint: string, reply: Reply): unknown {
  const parsed = envelope.safeParse(parseJson(endpoint, reply));
  if (!parsed.success) {
    if (isPassingStatus(reply.status)) throw new Transient(`${endpoint}: HTTP ${reply.status}`);
    throw new Rejected(`${endpoint}: no envelope (${fieldPaths(parsed.error).join(', ')}), HTTP ${reply.status}`);
  }
  const { code, message, request_id: id, data } = parsed.data;
  if (code === 0) return data;
  throw refusalError({ endpoint, status: reply.status, code, message: message ?? '', requestId: requestId(id) });
}

function parseJson(endpoint: string, reply: Reply): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    // Recovery: retried as passing. The parser's own error quotes the payload, so it is not kept as a cause.
    throw new Transient(`${endpoint}: answer is not JSON, HTTP ${reply.status}, ${reply.text.length} characters`);
  }
}

/** Support asks for it; anything that does not look like one (34 characters in the samples) is not repeated. */
function requestId(id: string | null | undefined): string {
  return id && /^[\w-]{1,64}$/.test(id) ? id : 'unknown';
}
