import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import type { FunctionName } from '../functions/environment.ts';
import { AlarmDesk } from './constructs/alarm-desk.ts';
import { GuardedQueue } from './constructs/guarded-queue.ts';
import * as queues from './constructs/queue-specs.ts';
import { runRegularly } from './constructs/regular-schedule.ts';
import { MonitoredFunction, type MonitoredFunctionProps } from './constructs/monitored-function.ts';
import { type Naming, namingFor } from './constructs/naming.ts';
import { askParameters, type Parameters } from './constructs/parameters.ts';
import { mayMail, maySend, maySetAside, mayTouch, mayUseSecrets } from './constructs/permissions.ts';
import { raiseDarkAlarm } from './constructs/dark-alarm.ts';
import { watchTable } from './constructs/watch-table.ts';
import { addBackfill } from './parts/backfill.ts';
import { addConnect } from './parts/connect.ts';
import { addForget } from './parts/forget.ts';
import { addFrontDoor } from './parts/front-door.ts';
import { addHints } from './parts/hints.ts';
import type { Parts } from './parts/parts.ts';
import { publishFacts } from './parts/stack-facts.ts';
import { addWebhooks } from './parts/webhooks.ts';

export interface MonitoringStackProps extends StackProps {
  /** Left out in production; else the end of every name. */
  readonly stage?: string;
}

/** All of Tidewatch: one table, three queues, ten functions, three addresses, three schedules, and the alarms about them. */
export class MonitoringStack extends Stack {
  readonly #named: Naming;
  readonly #alarms: AlarmDesk;
  readonly #parameters: Parameters;
  readonly #table: Table;

  constructor(scope: Construct, id: string, props: MonitoringStackProps = {}) {
    super(scope, id, props);
    this.#named = namingFor(props.stage);
    this.#alarms = new AlarmDesk(this, 'Alarms', this.#named);
    this.#parameters = askParameters(this);
    this.#table = watchTable(this);
    const sweeps = this.#queue('Sweeps', queues.sweeps);
    const notices = this.#queue('Notices', queues.notices);
    const remediations = this.#queue('Remediations', queues.remediations);
    this.#dispatch(sweeps);
    addHints(this.#parts, sweeps);
    addForget(this.#parts);
    this.#sweep(sweeps, notices, remediations);
    const door = addFrontDoor(this.#parts);
    addWebhooks(this.#parts);
    addConnect(this.#parts, sweeps, this.#parameters);
    this.#notify(notices, door);
    this.#remediate(remediations, door);
    addBackfill(this.#parts, sweeps);
    this.#output('TableName', this.#table.tableName);
    const { stage } = props;
    const facts = { table: this.#table, secretsPrefix: this.#secretsPrefix, ...(stage !== undefined && { stage }) };
    publishFacts(this, facts, this.#parameters);
  }

  #dispatch(sweeps: GuardedQueue): void {
    const dispatch = this.#function('Dispatch', {
      name: 'dispatch',
      environment: {
        TABLE_NAME: this.#table.tableName,
        SWEEP_QUEUE_URL: sweeps.queue.queueUrl,
        HEARTBEAT_URL: this.#parameters.heartbeatUrl,
        SWEEP_MINUTES: this.#parameters.sweepMinutes,
      },
      timeout: Duration.minutes(1),
      memory: 256,
      impact: 'Rounds are failing to start: no shop is swept, sellers hear nothing of lines about to be crossed.',
    });
    mayTouch(dispatch, this.#table, ['shops'], ['Query', 'GetItem']);
    mayTouch(dispatch, this.#table, ['shop#*'], ['GetItem']);
    maySend(dispatch, sweeps);
    runRegularly(this, 'Hourly', {
      name: 'dispatch',
      function: dispatch.function,
      rate: `rate(${this.#parameters.sweepMinutes} minutes)`,
      notRunning: 'No round has started for two hours: every seller is unwatched.',
      lost: 'A whole round of sweeps was lost: what changed meanwhile is noticed a round later.',
      alarms: this.#alarms,
      named: this.#named,
    });
  }

  #sweep(sweeps: GuardedQueue, notices: GuardedQueue, remediations: GuardedQueue): void {
    const sweep = this.#function('Sweep', {
      name: 'sweep',
      environment: {
        TABLE_NAME: this.#table.tableName,
        SWEEP_QUEUE_URL: sweeps.queue.queueUrl,
        NOTIFY_QUEUE_URL: notices.queue.queueUrl,
        REMEDIATE_QUEUE_URL: remediations.queue.queueUrl,
        SECRETS_PREFIX: this.#secretsPrefix,
        TIKTOK_API_URL: this.#parameters.tiktokApiUrl,
        TIKTOK_AUTH_URL: this.#parameters.tiktokAuthUrl,
        TIKTOK_CALLS_PER_SECOND: this.#parameters.tiktokCallsPerSecond,
        SEVENTEENTRACK_URL: this.#parameters.seventeenTrackUrl,
      },
      timeout: Duration.minutes(5),
      memory: 512,
      impact: 'Sweeps break off: the shops they belong to are watched late or not at all.',
    });
    const written = [
      'shop#*',
      'seller#*',
      'open#*',
      'closed#*',
      'run#*',
      'quarantine#*',
      'day#*',
      'second#*',
      'list#*',
      'case#*',
    ];
    mayTouch(sweep, this.#table, ['shops', 'hints'], ['GetItem']);
    mayTouch(sweep, this.#table, written, [
      'GetItem',
      'Query',
      'BatchGetItem',
      'PutItem',
      'UpdateItem',
      'BatchWriteItem',
    ]);
    // What people wrote down and imported is theirs, and channels are those of `notify`: a sweep only reads them.
    mayTouch(sweep, this.#table, ['deed#*', 'score#*', 'channel#*'], ['Query']);
    mayTouch(sweep, this.#table, ['deed#*'], ['BatchGetItem']);
    maySend(sweep, sweeps, notices, remediations);
    mayUseSecrets(sweep, this.#secretsPrefix, ['sellers', 'apps', 'second-opinions'], ['GetParameter']);
    mayUseSecrets(sweep, this.#secretsPrefix, ['sellers'], ['PutParameter']);
    // One message at a time: the order within a shop is kept, and a slow shop holds up no other.
    sweep.function.addEventSource(new SqsEventSource(sweeps.queue, { batchSize: 1, reportBatchItemFailures: true }));
    raiseDarkAlarm(sweep, this.#alarms, this.#named);
  }

  #notify(notices: GuardedQueue, frontDoorUrl: string): void {
    const notify = this.#function('Notify', {
      name: 'notify',
      environment: {
        TABLE_NAME: this.#table.tableName,
        NOTIFY_QUEUE_URL: notices.queue.queueUrl,
        NOTIFY_DEAD_LETTERS_URL: notices.deadLetters.queueUrl,
        SECRETS_PREFIX: this.#secretsPrefix,
        MAIL_FROM: this.#parameters.mailFrom,
        FRONT_DOOR_URL: frontDoorUrl,
      },
      timeout: Duration.minutes(1),
      memory: 256,
      impact: 'Notices are not going out: sellers do not hear what the sweeps have found.',
    });
    mayTouch(notify, this.#table, ['told#*'], ['BatchGetItem', 'BatchWriteItem']);
    mayTouch(notify, this.#table, ['list#*'], ['BatchGetItem']);
    mayTouch(notify, this.#table, ['channel#*'], ['Query', 'BatchWriteItem']);
    mayTouch(notify, this.#table, ['deed#*'], ['Query']);
    maySetAside(notify, notices);
    mayUseSecrets(notify, this.#secretsPrefix, ['shops', 'links'], ['GetParameter']);
    mayUseSecrets(notify, this.#secretsPrefix, ['links'], ['PutParameter']);
    mayMail(notify, this.#parameters.mailFrom);
    // One at a time: a function that dies between sending and noting repeats that one message, never a batch.
    notify.function.addEventSource(new SqsEventSource(notices.queue, { batchSize: 1, reportBatchItemFailures: true }));
  }

  #remediate(remediations: GuardedQueue, frontDoorUrl: string): void {
    const remediate = this.#function('Remediate', {
      name: 'remediate',
      environment: {
        TABLE_NAME: this.#table.tableName,
        MAIL_FROM: this.#parameters.mailFrom,
        FRONT_DOOR_URL: frontDoorUrl,
        REMEDIATE_QUEUE_URL: remediations.queue.queueUrl,
        REMEDIATE_DEAD_LETTERS_URL: remediations.deadLetters.queueUrl,
        SECRETS_PREFIX: this.#secretsPrefix,
        TIKTOK_API_URL: this.#parameters.tiktokApiUrl,
        TIKTOK_AUTH_URL: this.#parameters.tiktokAuthUrl,
        TIKTOK_CALLS_PER_SECOND: this.#parameters.tiktokCallsPerSecond,
      },
      timeout: Duration.minutes(1),
      memory: 256,
      impact: 'Remediation requests are not carried out: parcels that stand still are reported to nobody.',
    });
    maySetAside(remediate, remediations);
    mayTouch(remediate, this.#table, ['remedy#*', 'case#*'], ['BatchGetItem', 'BatchWriteItem']);
    // Looked at again before anything is asked of anybody.
    mayTouch(remediate, this.#table, ['shops', 'shop#*'], ['GetItem']);
    mayTouch(remediate, this.#table, ['open#*', 'second#*'], ['BatchGetItem']);
    mayTouch(remediate, this.#table, ['deed#*'], ['Query']);
    // To correct a number where a shop allows it; the token is the one that sweeps keep fresh.
    mayTouch(remediate, this.#table, ['seller#*'], ['GetItem', 'UpdateItem']);
    mayUseSecrets(remediate, this.#secretsPrefix, ['sellers', 'apps', 'shops', 'links'], ['GetParameter']);
    // A token that is exchanged here and not stored would be lost.
    mayUseSecrets(remediate, this.#secretsPrefix, ['sellers', 'links'], ['PutParameter']);
    mayMail(remediate, this.#parameters.mailFrom);
    // One at a time, as notices are.
    remediate.function.addEventSource(
      new SqsEventSource(remediations.queue, { batchSize: 1, reportBatchItemFailures: true }),
    );
  }

  get #parts(): Parts {
    return {
      scope: this,
      table: this.#table,
      alarms: this.#alarms,
      named: this.#named,
      secretsPrefix: this.#secretsPrefix,
      makeFunction: (id, props) => this.#function(id, props),
      output: (name, value) => this.#output(name, value),
    };
  }

  get #secretsPrefix(): string {
    return `/${this.#named()}`;
  }

  #queue(id: string, props: queues.QueueSpec): GuardedQueue {
    const made = new GuardedQueue(this, id, { ...props, alarms: this.#alarms, named: this.#named });
    this.#output(`${id}QueueUrl`, made.queue.queueUrl);
    this.#output(`${id}DeadLettersUrl`, made.deadLetters.queueUrl);
    return made;
  }

  #function<Name extends FunctionName>(
    id: string,
    props: Omit<MonitoredFunctionProps<Name>, 'alarms' | 'named'>,
  ): MonitoredFunction<Name> {
    const made = new MonitoredFunction(this, id, { ...props, alarms: this.#alarms, named: this.#named });
    this.#output(`${id}FunctionName`, made.function.functionName);
    return made;
  }

  #output(name: string, value: string): CfnOutput {
    return new CfnOutput(this, name, { value });
  }
}
