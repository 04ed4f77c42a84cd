import * as z from 'zod';
import { instant } from '../../../shared/domain/time.ts';
import type { Answer } from './envelope.ts';
import { Fault } from './faults.ts';
import type { WireRequest } from './signature.ts';
import type { Simulator } from './handle.ts';
import { noWebhookFaults, WebhookFaults } from './webhooks/webhook-faults.ts';
import { noFaults, SecondFaults } from './seventeen-track/second-faults.ts';

const Now = z.strictObject({
  /** Epoch milliseconds, ISO 8601, or null for the wall clock. */
  now: z.union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)), z.null()]),
});

const Window = z.object({
  shop: z.string(),
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
});

type Command = (simulator: Simulator, request: WireRequest) => unknown;

/** The simulator's own switchboard, unsigned, for those who run it as another process. Times in epoch milliseconds. */
const commands: Readonly<Record<string, Command>> = {
  'GET /control/now': (simulator) => ({ now: simulator.now() }),
  'POST /control/now': (simulator, request) => {
    const { now } = Now.parse(jsonOf(request));
    simulator.setNow(now === null ? undefined : instant(now));
    return { now: simulator.now() };
  },
  'GET /control/shops': ({ shops }) => ({ shops }),
  'GET /control/faults': ({ faults }) => ({ faults: faults.list() }),
  'POST /control/faults': ({ faults }, request) => ({ id: faults.set(Fault.parse(jsonOf(request))) }),
  'DELETE /control/faults': ({ faults }, request) => {
    const id = request.query.get('id');
    faults.clear(id === null ? undefined : z.coerce.number().int().parse(id));
    return { faults: faults.list() };
  },
  'GET /control/17track': ({ seventeenTrack: { faults, calls } }) => ({ faults, calls }),
  'POST /control/17track': ({ seventeenTrack: { faults } }, request) => ({
    faults: Object.assign(faults, SecondFaults.partial().parse(jsonOf(request))),
  }),
  'DELETE /control/17track': ({ seventeenTrack: { faults } }) => ({ faults: Object.assign(faults, noFaults()) }),
  'GET /control/webhooks': ({ webhooks: { faults, counts } }) => ({ faults, counts }),
  'POST /control/webhooks': ({ webhooks: { faults } }, request) => ({
    faults: Object.assign(faults, WebhookFaults.partial().parse(jsonOf(request))),
  }),
  'DELETE /control/webhooks': ({ webhooks: { faults } }) => ({ faults: Object.assign(faults, noWebhookFaults()) }),
  'GET /control/calls': (simulator) => simulator.calls(),
  'DELETE /control/calls': (simulator) => {
    simulator.resetCalls();
    return simulator.calls();
  },
  'GET /control/minimum': (simulator, { query }) => {
    const { shop, from, to } = Window.parse(Object.fromEntries(query));
    return simulator.minimum({ shop, from: instant(from), to: instant(to) });
  },
  'GET /control/truth': (simulator, { query }) => {
    const order = query.get('order');
    const shop = z.string({ error: 'shop is required' }).parse(query.get('shop'));
    const truth = simulator.truth(shop, order ?? undefined);
    if (truth === undefined) throw new RangeError(`no such order at ${simulator.now()}`);
    return truth;
  },
  'POST /control/deauthorize': (simulator) => {
    void simulator.deauthorize();
    return { deauthorized: true };
  },
  'POST /control/auth-code': (simulator) => ({ authCode: simulator.issueAuthCode() }),
};

export function answerControl(request: WireRequest, simulator: Simulator): Answer {
  const command = commands[`${request.method} ${request.path}`];
  if (command === undefined)
    return answer(404, { error: `no such command; known: ${Object.keys(commands).join(', ')}` });
  try {
    return answer(200, command(simulator, request));
  } catch (error) {
    // Bad input of the person at the switchboard is told; anything else is a bug.
    if (error instanceof z.ZodError) return answer(400, { error: z.prettifyError(error) });
    if (error instanceof RangeError || error instanceof SyntaxError) return answer(400, { error: error.message });
    throw error;
  }
}

function jsonOf({ body }: WireRequest): unknown {
  return JSON.parse(body.toString('utf8'));
}

function answer(status: number, value: unknown): Answer {
  return { is: 'answer', status, body: JSON.stringify(value), type: 'json' };
}
