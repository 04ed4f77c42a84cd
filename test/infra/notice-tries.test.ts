import { expect, it } from 'vitest';
import { afterFailure } from '../../functions/runtime/after-failure.ts';
import { synthesize } from './synthesized.ts';
import { queueProperties } from './template-schemas.ts';

it.each(['notify', 'remediate'])(
  'what %s does is tried as often as its queue allows, so that it never cuts the day short',
  (name) => {
    const queues = synthesize().all('AWS::SQS::Queue', queueProperties);
    const tries =
      queues.find(({ QueueName }) => QueueName === `tidewatch-${name}`)?.RedrivePolicy?.maxReceiveCount ?? 0;
    const transient = { name: 'Transient' };
    expect([afterFailure(transient, tries - 1).is, afterFailure(transient, tries).is]).toEqual(['again', 'aside']);
  },
);
