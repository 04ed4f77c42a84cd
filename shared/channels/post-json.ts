import { Transient } from '../ports/errors.ts';

/** What a receiver answered; its text may repeat anything, so it is read and never quoted. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A function has a minute; what does not answer by then is tried again by the queue. */
const patience = 10_000;

/** Posts a body that is JSON already. `who` names receiver and shop in errors. Throws Transient without an answer. */
export async function postJson(
  who: string,
  address: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw new Transient(`${who}: no answer (${causeOf(error)})`);
  }
}

/** Too many requests, or their fault: worth another try. */
export function passes({ status }: Answer): boolean {
  return status === 429 || status >= 500;
}

/** The code alone: an address in an error text would give the secret away. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
