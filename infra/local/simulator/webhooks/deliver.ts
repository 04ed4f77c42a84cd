import { createHmac } from 'node:crypto';
import type { AppSecrets } from '../secrets.ts';

export interface Delivery {
  readonly address: string;
  /** Signed as it is sent. */
  readonly body: string;
}

/** An answer after this long is none (guide "Webhooks", 2025-12). */
const patience = 3_000;

/** Whether the receiver has answered, which a refused signature (401) is too: then it is not sent again. */
export async function deliver({ address, body }: Delivery, { appKey, appSecret }: AppSecrets): Promise<boolean> {
  const authorization = createHmac('sha256', appSecret)
    .update(appKey + body)
    .digest('hex');
  const headers = { 'content-type': 'application/json', authorization };
  try {
    const signal = AbortSignal.timeout(patience);
    const { status } = await fetch(address, { method: 'POST', body, headers, signal, redirect: 'manual' });
    return status === 200 || status === 401;
  } catch {
    // Recovery: nobody answers there, so it is sent again.
    return false;
  }
}
