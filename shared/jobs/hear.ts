import type { DoorRequest } from './door.ts';
import { takeWebhook, type Hearing, type HearingPorts } from './take-webhook.ts';

/** One call to the address of notifications: `/webhooks/<app key>`. */
export async function hear(request: DoorRequest, ports: HearingPorts): Promise<Hearing | 'not-found' | 'wrong-method'> {
  const [, app] = /^\/webhooks\/([\w.-]+)$/.exec(request.path) ?? [];
  if (app === undefined) return 'not-found';
  return request.method === 'POST' ? takeWebhook(app, request, ports) : 'wrong-method';
}
