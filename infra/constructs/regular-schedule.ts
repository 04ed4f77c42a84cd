import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type AlarmDesk, hour } from './alarm-desk.ts';
import { deadLetterQueue } from './guarded-queue.ts';
import type { Naming } from './naming.ts';

export interface RegularScheduleProps {
  readonly name: string;
  readonly function: Function;
  /** `rate(5 minutes)`. */
  readonly rate: string;
  /** What it means for a seller that the function no longer runs. */
  readonly notRunning: string;
  /** What it means for a seller that one round was lost. */
  readonly lost: string;
  readonly alarms: AlarmDesk;
  readonly named: Naming;
}

/** Older than this, the next round is nearer than the one that was missed. */
const maxAge = Duration.minutes(15);

/** Invokes a function at this rate with the schedule's time; silence of the schedule for two hours rings. */
export function runRegularly(scope: Construct, id: string, props: RegularScheduleProps): CfnSchedule {
  const within = new Construct(scope, id);
  const deadLetters = deadLetterQueue(within, props);
  Validations.of(deadLetters).acknowledge({
    id: 'AwsSolutions::AwsSolutions-SQS3',
    reason: 'It is a dead-letter queue itself: of the schedule and of the function, which the rule does not look at.',
  });
  // What the schedule could not deliver and what the function could not do end in the same place.
  props.function.configureAsyncInvoke({
    maxEventAge: maxAge,
    retryAttempts: 2,
    onFailure: new SqsDestination(deadLetters),
  });
  raiseNotRunning(within, props);
  const role = scheduleRole(within, props.function, deadLetters);
  const schedule = new CfnSchedule(within, 'Schedule', {
    name: props.named(props.name),
    scheduleExpression: props.rate,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: props.function.functionArn,
      roleArn: role.roleArn,
      input: JSON.stringify({ scheduledTime: '<aws.scheduler.scheduled-time>' }),
      retryPolicy: { maximumEventAgeInSeconds: maxAge.toSeconds(), maximumRetryAttempts: 3 },
      deadLetterConfig: { arn: deadLetters.queueArn },
    },
  });
  schedule.node.addDependency(role);
  return schedule;
}

function raiseNotRunning(scope: Construct, { name, alarms, notRunning, ...props }: RegularScheduleProps): void {
  alarms.raise(scope, {
    article: `${name}-not-running`,
    impact: notRunning,
    metric: props.function.metricInvocations({ statistic: 'Sum', period: hour }),
    threshold: 1,
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: 2,
    missingData: TreatMissingData.BREACHING,
  });
}

function scheduleRole(scope: Construct, invoked: Function, deadLetters: Queue): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [invoked.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }));
  return role;
}
