import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnUrl } from 'aws-cdk-lib/aws-lambda';
import { ParameterTier, StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Parameters } from '../constructs/parameters.ts';

/**
 * What commands on another machine need of a deployed stack, as `StackFacts` reads it: nothing of it is secret. Made
 * last, when all queues and addresses are there.
 */
export function publishFacts(
  stack: Stack,
  { table, secretsPrefix, stage }: { readonly table: Table; readonly secretsPrefix: string; readonly stage?: string },
  { mailFrom, tiktokApiUrl, tiktokAuthUrl }: Parameters,
): StringParameter {
  const all = stack.node.findAll();
  const queues = all
    .filter((one) => one instanceof CfnQueue)
    .map((queue) => [namedAsInProduction(queue.queueName ?? '', stage), queue.ref]);
  const urls = all.filter((one) => one instanceof CfnUrl).map((url) => [stack.getLogicalId(url), url.attrFunctionUrl]);
  return new StringParameter(stack, 'Facts', {
    parameterName: `${secretsPrefix}/stack`,
    description: 'What commands need of this stack.',
    tier: ParameterTier.STANDARD,
    stringValue: stack.toJsonString({
      table: table.tableName,
      queues: Object.fromEntries(queues),
      functionUrls: Object.fromEntries(urls),
      mailFrom,
      apiUrl: tiktokApiUrl,
      authUrl: tiktokAuthUrl,
    }),
  });
}

/** `tidewatch-sweep-test.fifo` → `tidewatch-sweep.fifo`: commands know queues by one name. */
function namedAsInProduction(name: string, stage: string | undefined): string {
  return stage === undefined ? name : name.replace(new RegExp(`-${stage}(?=\\.fifo$|$)`), '');
}
