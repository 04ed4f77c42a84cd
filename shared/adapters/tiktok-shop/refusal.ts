import { Rejected, Transient } from '../../ports/errors.ts';

/** The access token has expired or is no longer known: a refresh may mend it, once. */
export class StaleToken extends Rejected {}

/** Refused with a code that only its caller can weigh. */
export class RefusedByCode extends Rejected {
  readonly code: number;

  constructor(message: string, code: number, about: Rejected['about'] = 'request') {
    super(message, about);
    this.code = code;
  }
}

interface Refusal {
  readonly endpoint: string;
  readonly status: number;
  readonly code: number;
  /** Read for classification only: it may quote what was sent, so it never lands in an error. */
  readonly message: string;
  readonly requestId: string;
}

/** Common errors (official, 2025-12): too many requests, internal error, timed out; then "failed to get orders". */
const passing: ReadonlySet<number> = new Set([
  36009002, 36009003, 36009007, 10002014, 10002015, 10037002, 10037003, 10037004,
]);

const stale: ReadonlySet<number> = new Set([105001, 105002]);

/** Token of another shop or user type, missing scope; then the auth host's codes, seen in public SDKs (2025). */
const credential: ReadonlySet<number> = new Set([101000, 105005, 36004004, 98001004, 98001005, 98001006]);

/** One code for a bad token, app key, timestamp, cipher and version alike: only its message tells them apart. */
const ambiguous = 36009004;
const namesCredential = /app[ _-]?key|(?<!page[ _-])token/i;

/** What an answer with `code` other than 0 means for the caller. */
export function refusalError(refusal: Refusal): Transient | Rejected {
  const text = `${refusal.endpoint} refused: code ${refusal.code}, HTTP ${refusal.status}, request ${refusal.requestId}`;
  if (stale.has(refusal.code)) return new StaleToken(text, 'credential');
  if (credential.has(refusal.code)) return new RefusedByCode(text, refusal.code, 'credential');
  if (passing.has(refusal.code) || isPassingStatus(refusal.status)) return new Transient(text);
  if (refusal.code === ambiguous && namesCredential.test(refusal.message)) return new Rejected(text, 'credential');
  return new RefusedByCode(text, refusal.code);
}

/** 429: over the rate limit. 503: overload protection. Other 5xx are not documented and taken alike. */
export function isPassingStatus(status: number): boolean {
  return status === 429 || status >= 500;
}
