import { expect, it } from 'vitest';
import { sweepFigures } from '../../functions/runtime/sweep-figures.ts';
import { counts } from '../../infra/cli/cost/counts.ts';
import { aRunRecord } from '../support/a-watch.ts';
import { synthesize } from './synthesized.ts';
import { alarmProperties, mappingProperties } from './template-schemas.ts';

it('a month’s bill counts the alarms, metrics and polled queues that there are', () => {
  const stack = synthesize();
  const figures = sweepFigures({ shop: '749', state: 'done', runs: [{ run: 'one', record: aRunRecord({ lag: 1 }) }] });
  expect(counts.stack).toEqual({
    alarms: stack.all('AWS::CloudWatch::Alarm', alarmProperties).length,
    // And the one that a failing function adds.
    metrics: Object.keys(figures).length + 1,
    polledQueues: stack.all('AWS::Lambda::EventSourceMapping', mappingProperties).length,
  });
});
