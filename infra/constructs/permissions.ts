import { Fn, Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { FunctionName } from '../../functions/environment.ts';
import type { GuardedQueue } from './guarded-queue.ts';
import type { MonitoredFunction } from './monitored-function.ts';

type Granted = MonitoredFunction<FunctionName>;

/** These actions, on items whose partition key is one of these or begins as one of these (`open#*`). */
export function mayTouch(granted: Granted, table: Table, keys: readonly string[], actions: readonly string[]): void {
  granted.may(
    actions.map((action) => `dynamodb:${action}`),
    [table.tableArn],
    { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
  );
}

export function maySend(granted: Granted, ...queues: readonly GuardedQueue[]): void {
  granted.may(
    ['sqs:SendMessage'],
    queues.map(({ queue }) => queue.queueArn),
  );
}

/** Among a queue's dead letters, what no further try would carry out. */
export function maySetAside(granted: Granted, { deadLetters }: GuardedQueue): void {
  granted.may(['sqs:SendMessage'], [deadLetters.queueArn]);
}

/**
 * Secrets below these folders of the prefix. There is one parameter per seller, app and shop, and they come and go
 * while Tidewatch runs, so the last part of the path has to stay open.
 */
export function mayUseSecrets(
  granted: Granted,
  prefix: string,
  folders: readonly string[],
  actions: readonly ('GetParameter' | 'PutParameter' | 'DeleteParameter')[],
): void {
  const paths = folders.map((folder) => `parameter${prefix}/${folder}/*`);
  granted.may(
    actions.map((action) => `ssm:${action}`),
    paths.map((resourceName) => arn(granted, 'ssm', resourceName)),
  );
  Validations.of(granted).acknowledge(
    ...paths.map((path) => ({
      id: `AwsSolutions::AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:${path}]`,
      reason: 'One secret per seller, app and shop, added while Tidewatch runs; the folder above them is exact.',
    })),
  );
}

/** Mail from this address alone, whether the address itself or its domain is verified. */
export function mayMail(granted: Granted, from: string): void {
  const domain = Fn.select(1, Fn.split('@', from));
  granted.may(
    ['ses:SendRawEmail'],
    [from, domain].map((identity) => arn(granted, 'ses', `identity/${identity}`)),
    { StringEquals: { 'ses:FromAddress': from } },
  );
}

function arn(granted: Granted, service: string, path: string): string {
  const { partition, region, account } = Stack.of(granted);
  return `arn:${partition}:${service}:${region}:${account}:${path}`;
}
