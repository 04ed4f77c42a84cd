import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Alarm, type ComparisonOperator, type IMetric, type TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Naming } from './naming.ts';

export interface AlarmSpec {
  /** `sweep-failing`: name of the alarm and title of its article in the runbook. */
  readonly article: string;
  /** What it means for a seller, in one sentence. */
  readonly impact: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly evaluationPeriods?: number;
  readonly missingData: TreatMissingData;
}

/**
 * Where alarms about Tidewatch arrive: a topic of their own that mails one address. Nothing here passes through
 * Tidewatch's queues, functions or senders, so its own failure cannot silence its alarms.
 */
export class AlarmDesk extends Construct {
  readonly #topic: Topic;
  readonly #named: Naming;

  constructor(scope: Construct, id: string, named: Naming) {
    super(scope, id);
    this.#named = named;
    const address = new CfnParameter(Stack.of(this), 'AlarmAddress', {
      description: 'E-mail address of the people who run Tidewatch: alarms about Tidewatch itself are mailed there.',
      allowedPattern: String.raw`[^@\s<>]+@[^@\s<>]+`,
    });
    // Not encrypted by a key: an alarm holds names and states only, and CloudWatch cannot use the key SNS brings.
    this.#topic = new Topic(this, 'Topic', { topicName: named('alarms'), enforceSSL: true });
    this.#topic.addSubscription(new EmailSubscription(address.valueAsString));
    this.#topic.addToResourcePolicy(this.#alarmsOfThisAccount());
  }

  raise(scope: Construct, { article, impact, metric, missingData, comparison, ...spec }: AlarmSpec): Alarm {
    const alarm = new Alarm(scope, article, {
      alarmName: this.#named(article),
      alarmDescription: `${impact} Runbook: infra/runbook.md#${article}`,
      metric,
      threshold: spec.threshold,
      evaluationPeriods: spec.evaluationPeriods ?? 1,
      comparisonOperator: comparison,
      treatMissingData: missingData,
    });
    const mail = new SnsAction(this.#topic);
    alarm.addAlarmAction(mail);
    alarm.addOkAction(mail);
    return alarm;
  }

  /** A topic with a policy of its own no longer admits CloudWatch unasked. */
  #alarmsOfThisAccount(): PolicyStatement {
    const { account } = Stack.of(this);
    return new PolicyStatement({
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [this.#topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    });
  }
}

/** Long enough that one retry which heals does not ring. */
export const hour = Duration.hours(1);
