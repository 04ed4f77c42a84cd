import { createInterface } from 'node:readline/promises';
import type { Writable } from 'node:stream';
import { InvalidArgumentError, type Command } from 'commander';
import { createDynamoClient } from '../../shared/adapters/dynamo/client.ts';
import { createSsmClient } from '../../shared/adapters/secrets.ts';
import { openCdk } from './cdk.ts';
import { destroyStack } from './destroy/destroy-stack.ts';
import { AwsLeftovers } from './destroy/leftovers.ts';
import { saysTo } from './says-to.ts';
import { stageNames, withStageOption } from './stage-names.ts';

interface DestroyOptions {
  readonly stage?: string;
  readonly deleteData: boolean;
  readonly yes: boolean;
  readonly yesDeleteData?: string;
  readonly json: boolean;
}

/** `tidewatch destroy`: the stack goes; what it knows stays unless it is asked for by name. */
export function addDestroy(program: Command): void {
  withStageOption(program.command('destroy'))
    .description('Takes the stack out of the AWS account; its table and secrets stay.')
    .option('--delete-data', 'delete table and secrets too, for good', false)
    .option('--yes', 'ask nothing where the data stays', false)
    .option('--yes-delete-data <stack>', "the stack's name, instead of typing it when asked")
    .option('--json', 'print what is left as one JSON document; all else goes to stderr', false)
    .action((options: DestroyOptions) => destroy(options));
}

async function destroy({ stage, deleteData, yes, yesDeleteData, json }: DestroyOptions): Promise<void> {
  const names = stageNames(stage);
  if (yesDeleteData !== undefined && yesDeleteData !== names.stack)
    throw new InvalidArgumentError(
      `--yes-delete-data ${yesDeleteData} is not the name of this stack: it is ${names.stack}`,
    );
  const isDeleting = deleteData || yesDeleteData !== undefined;
  const isSure = isDeleting ? yesDeleteData !== undefined : yes;
  const says = saysTo(json);
  const cdk = openCdk(names, says.stream);
  try {
    const left = await destroyStack(
      { names, deleteData: isDeleting },
      {
        cdk,
        leftovers: new AwsLeftovers(createDynamoClient(), createSsmClient(), names),
        confirm: isSure ? () => Promise.resolve(true) : (question, word) => typed(question, word, says.stream),
        say: says.say,
      },
    );
    if (json) console.log(JSON.stringify(left));
  } finally {
    cdk.close();
  }
}

/** Where nobody can type, nothing is deleted. */
async function typed(question: string, word: string, output: Writable): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output });
  terminal.once('SIGINT', () => process.exit(130));
  try {
    return (await terminal.question(`${question}\nType ${word} to go on: `)).trim() === word;
  } finally {
    terminal.close();
  }
}
