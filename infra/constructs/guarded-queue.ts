import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlarmDesk } from './alarm-desk.ts';
import type { Naming } from './naming.ts';

export interface GuardedQueueProps {
  /** `notify`: the queue and the function behind it share it. */
  readonly name: string;
  readonly fifo?: true;
  /** How long the function may hold a message; at least six times its timeout (AWS's own rule). */
  readonly visibility: Duration;
  /** How often a message is tried before it is put aside. */
  readonly receives: number;
  /** What it means for a seller that a message was put aside. */
  readonly lost: string;
  /** What it means for a seller that messages wait, and from what age on it is worth a look. */
  readonly late: { readonly impact: string; readonly after: Duration };
  readonly alarms: AlarmDesk;
  readonly named: Naming;
}

/** A queue that loses nothing silently: what fails is put aside with an alarm, what waits too long rings. */
export class GuardedQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: GuardedQueueProps) {
    super(scope, id);
    const { name, alarms, receives } = props;
    this.deadLetters = deadLetterQueue(this, props);
    this.queue = new Queue(this, 'Queue', {
      ...common(props.named(name), props.fifo),
      visibilityTimeout: props.visibility,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: receives },
    });
    alarms.raise(this, {
      article: `${name}-behind`,
      impact: props.late.impact,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: Duration.minutes(5) }),
      threshold: props.late.after.toSeconds(),
      comparison: ComparisonOperator.GREATER_THAN_THRESHOLD,
      missingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

type DeadLetterProps = Pick<GuardedQueueProps, 'name' | 'fifo' | 'lost' | 'alarms' | 'named'>;

/** Keeps what failed for the longest time SQS knows, so that it can be sent again after the cause is mended. */
export function deadLetterQueue(scope: Construct, { name, fifo, lost, alarms, named }: DeadLetterProps): Queue {
  const queue = new Queue(scope, 'DeadLetters', {
    ...common(named(`${name}-dead-letters`), fifo),
    retentionPeriod: Duration.days(14),
  });
  alarms.raise(scope, {
    article: `${name}-dead-letters`,
    impact: lost,
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) }),
    threshold: 1,
    comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    missingData: TreatMissingData.NOT_BREACHING,
  });
  return queue;
}

function common(name: string, fifo: true | undefined): QueueProps {
  const queueName = fifo ? `${name}.fifo` : name;
  return { queueName, encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(fifo && { fifo }) };
}
