import { Match, Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { describe, expect, it, test } from 'vitest';
import { environments, type FunctionName, published } from '../../functions/environment.ts';
import { MonitoringStack } from '../../infra/monitoring-stack.ts';
import { anApp, pointsTo, synthesize } from './synthesized.ts';
import { alarmProperties, functionProperties, mappingProperties, queueProperties } from './template-schemas.ts';

const stack = synthesize();
const queues = stack.all('AWS::SQS::Queue', queueProperties);
const functions = stack.all('AWS::Lambda::Function', functionProperties);
const mappings = stack.all('AWS::Lambda::EventSourceMapping', mappingProperties);
const alarms = stack.all('AWS::CloudWatch::Alarm', alarmProperties);
const deadLetters = queues.filter((queue) => queue.QueueName.includes('-dead-letters'));
const working = queues.filter((queue) => !deadLetters.includes(queue));

function alarmsOn(id: string, metric: string) {
  return alarms.filter((alarm) => alarm.MetricName === metric && JSON.stringify(alarm.Dimensions).includes(`"${id}"`));
}

describe('every queue', () => {
  test.each(working)('$QueueName puts aside what fails, on a queue of its own kind', (queue) => {
    const target = deadLetters.find(({ id }) => id === pointsTo(queue.RedrivePolicy?.deadLetterTargetArn));
    expect(target?.FifoQueue).toBe(queue.FifoQueue);
  });

  test.each(deadLetters)('$QueueName rings when something lies in it', ({ id }) => {
    const [alarm, ...more] = alarmsOn(id, 'ApproximateNumberOfMessagesVisible');
    expect(alarm).toMatchObject({ Threshold: 1, TreatMissingData: 'notBreaching' });
    expect(more).toEqual([]);
  });

  test.each(working)('$QueueName rings when messages wait too long', ({ id }) => {
    expect(alarmsOn(id, 'ApproximateAgeOfOldestMessage')).toHaveLength(1);
  });

  test.each(queues)('$QueueName is encrypted', (queue) => {
    expect(queue.SqsManagedSseEnabled).toBe(true);
  });

  test.each(queues)('$QueueName refuses what comes unencrypted', ({ id }) => {
    const policies = stack.all('AWS::SQS::QueuePolicy', z.object({ Queues: z.array(z.unknown()) }).loose());
    const own = policies.filter(({ Queues }) => Queues.some((queue) => pointsTo(queue) === id));
    expect(JSON.stringify(own)).toContain('"aws:SecureTransport":"false"');
  });
});

describe('every queue with a function behind it', () => {
  const pairs = mappings.map((mapping) => {
    const queue = queues.find(({ id }) => id === pointsTo(mapping.EventSourceArn));
    const behind = functions.find(({ id }) => id === pointsTo(mapping.FunctionName));
    return { ...mapping, queue, behind, name: behind?.FunctionName ?? 'nothing' };
  });

  it('is one of three', () => {
    expect(pairs.map(({ name }) => name).toSorted()).toEqual([
      'tidewatch-notify',
      'tidewatch-remediate',
      'tidewatch-sweep',
    ]);
  });

  test.each(pairs)(
    'of $name hides a message at least six times as long as the function may run',
    ({ queue, behind }) => {
      expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * (behind?.Timeout ?? Infinity));
    },
  );

  test.each(pairs)('of $name takes back single messages of a batch', ({ FunctionResponseTypes }) => {
    expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  test.each(pairs.filter(({ queue }) => queue?.FifoQueue))(
    'of $name hands over one at a time, to keep the order',
    (pair) => {
      expect(pair.BatchSize).toBe(1);
    },
  );
});

test('tries follow the cost of a try: a sweep five times, a remedy and a notice for a day', () => {
  const receives = working.map(({ QueueName, RedrivePolicy }) => [QueueName, RedrivePolicy?.maxReceiveCount]);
  expect(Object.fromEntries(receives)).toEqual({
    'tidewatch-sweep.fifo': 5,
    'tidewatch-notify': 30,
    'tidewatch-remediate': 30,
  });
});

describe('every function', () => {
  it('has an environment schema of its own, and every schema a function', () => {
    const names = functions.map(({ FunctionName }) => FunctionName.replace('tidewatch-', '')).toSorted();
    expect(names).toEqual(Object.keys(environments).toSorted());
  });

  test.each(functions)('$FunctionName runs Node 24 on arm64', ({ Runtime, Architectures }) => {
    expect([Runtime, Architectures]).toEqual(['nodejs24.x', ['arm64']]);
  });

  test.each(functions)('$FunctionName gets what its schema asks for and nothing else', (made) => {
    const schema: z.ZodObject = environments[made.FunctionName.replace('tidewatch-', '') as FunctionName];
    const { NODE_OPTIONS: options, ...given } = made.Environment.Variables;
    expect(options).toBe('--enable-source-maps');
    const deployed = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, deployedValue(name, value)]),
    );
    expect(schema.strict().safeParse(deployed).error?.issues ?? []).toEqual([]);
  });

  test.each(functions)('$FunctionName rings when it breaks off', ({ id }) => {
    expect(alarmsOn(id, 'Errors')).toHaveLength(1);
  });
});

describe('every alarm', () => {
  const topics = stack.all('AWS::SNS::Topic', z.object({}));

  test.each(alarms)('$AlarmName is mailed by the topic that is not part of the product', ({ AlarmActions }) => {
    expect(AlarmActions.map(pointsTo)).toEqual(topics.map(({ id }) => id));
  });

  test.each(alarms)('$AlarmName says in a sentence who is hurt, and which article helps', (alarm) => {
    const article = alarm.AlarmName.replace('tidewatch-', '');
    expect(alarm.AlarmDescription).toMatch(/^[A-Z][^.]{30,}\. Runbook: infra\/runbook\.md#[a-z-]+$/);
    expect(alarm.AlarmDescription.endsWith(`#${article}`)).toBe(true);
  });

  it('reaches the address given at deploy, for CloudWatch of this account may publish to the topic', () => {
    const template = Template.fromJSON({ ...stack.json });
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: { Ref: 'AlarmAddress' } });
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('that watches what the functions publish names it as they do', () => {
    const own = alarms.filter(({ Namespace }) => !Namespace.startsWith('AWS/'));
    expect(own).toMatchObject([
      {
        Namespace: published.namespace,
        MetricName: published.lagSeconds,
        Dimensions: [{ Name: published.dimension, Value: 'tidewatch-sweep' }],
      },
    ]);
  });
});

describe('the table', () => {
  const template = Template.fromJSON({ ...stack.json });

  it('can be restored to any second, is encrypted, and outlives the stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        DeletionProtectionEnabled: true,
      },
    });
  });

  it('is paid by the request and forgets by `ttl`', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    });
  });
});

test('the stack prints the names that people need', () => {
  expect(stack.outputs).toEqual(
    expect.arrayContaining([
      'TableName',
      'SweepsQueueUrl',
      'NoticesQueueUrl',
      'RemediationsQueueUrl',
      'BackfillFunctionName',
      'FrontDoorUrl',
    ]),
  );
});

test('a stage has names, secrets and metrics of its own', () => {
  const text = JSON.stringify(Template.fromStack(new MonitoringStack(anApp(), 'Tidewatch-test', { stage: 'test' })));
  expect(text).toContain('"tidewatch-sweep-test.fifo"');
  expect(text).toContain('"SECRETS_PREFIX":"/tidewatch-test"');
  expect(text).not.toMatch(/"tidewatch-(sweep|notify|remediate|dispatch|backfill|front-door)"/);
});

/** What CloudFormation would put there: references become texts of the right kind. */
const answers: Readonly<Record<string, string>> = {
  MAIL_FROM: 'watch@example.test',
  SWEEP_MINUTES: '60',
  TIKTOK_CALLS_PER_SECOND: '50',
};

function deployedValue(name: string, value: unknown): unknown {
  if (typeof value === 'string') return value;
  return name.endsWith('_URL') ? 'https://example.test/queue' : (answers[name] ?? 'reference');
}
