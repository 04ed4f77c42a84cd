import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it, test } from 'vitest';
import { pointsTo, synthesize } from './synthesized.ts';
import { alarmProperties, queueProperties, scheduleProperties } from './template-schemas.ts';

const stack = synthesize();
const template = Template.fromJSON({ ...stack.json });
const schedules = stack.all('AWS::Scheduler::Schedule', scheduleProperties);
const queues = stack.all('AWS::SQS::Queue', queueProperties);
const alarms = stack.all('AWS::CloudWatch::Alarm', alarmProperties);

describe('every schedule', () => {
  it('is that of the rounds, whose rate is a setting, or looks at hints every minute, at leaving shops every hour', () => {
    const rounds = { 'Fn::Join': ['', ['rate(', { Ref: 'SweepMinutes' }, ' minutes)']] };
    expect(schedules.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual([
      rounds,
      'rate(1 minute)',
      'rate(1 hour)',
    ]);
    template.hasParameter('SweepMinutes', { Default: 60, MinValue: 10, MaxValue: 60 });
  });

  test.each(schedules)('rings when its function no longer runs, and silence counts as not running', ({ Target }) => {
    const id = pointsTo(Target.Arn);
    const own = alarms.filter(({ Dimensions }) => JSON.stringify(Dimensions).includes(`"${id}"`));
    const alarm = own.find(({ MetricName }) => MetricName === 'Invocations');
    expect(alarm).toMatchObject({ TreatMissingData: 'breaching', Threshold: 1 });
  });

  test.each(schedules)('gives a round up after 15 minutes and keeps what it gave up', ({ Target }) => {
    expect(Target.RetryPolicy.MaximumEventAgeInSeconds).toBe(900);
    const put = queues.find(({ id }) => id === pointsTo(Target.DeadLetterConfig.Arn));
    expect(put?.QueueName).toContain('-dead-letters');
  });

  test.each(schedules)('passes on its own time, which names the round', ({ Target }) => {
    expect(JSON.parse(Target.Input)).toEqual({ scheduledTime: '<aws.scheduler.scheduled-time>' });
  });

  test.each(schedules)('keeps what its function could not do', ({ Target }) => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: Match.objectLike({ Ref: pointsTo(Target.Arn) }),
      DestinationConfig: { OnFailure: { Destination: Target.DeadLetterConfig.Arn } },
    });
  });
});
