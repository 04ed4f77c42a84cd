import { systemClock } from '../shared/adapters/clock.ts';
import { openTable } from '../shared/adapters/dynamo/client.ts';
import { DynamoLedger } from '../shared/adapters/dynamo/ledger.ts';
import { createMailer } from '../shared/adapters/mailer.ts';
import { parseRemediationRequest } from '../shared/adapters/queue-messages.ts';
import { remediate, type RemediatePorts } from '../shared/jobs/remediate.ts';
import type { Environment } from './environment.ts';
import { onQueue } from './runtime/on-queue.ts';

/** Called by the queue of remediation requests, one at a time. */
export const handler = onQueue({
  name: 'remediate',
  read: parseRemediationRequest,
  build,
  run: async (request, ports) => ({ remediation: request.id, outcome: await remediate(request, ports) }),
  done: 'Remediation handled',
});

/** On a cold start only. */
function build({ TABLE_NAME, MAIL_FROM }: Environment<'remediate'>): RemediatePorts {
  return {
    ledger: new DynamoLedger(openTable(TABLE_NAME, systemClock)),
    mailer: createMailer({ from: `Tidewatch <${MAIL_FROM}>` }),
    clock: systemClock,
  };
}
