import { InvalidArgumentError, type Command } from 'commander';
import { createSsmClient } from '../../shared/adapters/secrets.ts';
import { openCdk } from './cdk.ts';
import { AwsAccount } from './deploy/account.ts';
import { deployStack } from './deploy/deploy-stack.ts';
import { createSesClient, SesAccount } from './mail-account.ts';
import { saysTo } from './says-to.ts';
import { stageNames, withStageOption } from './stage-names.ts';
import { wholeFrom } from './whole-from.ts';

interface DeployOptions {
  readonly stage?: string;
  readonly mailFrom?: string;
  readonly alarmAddress?: string;
  readonly recipients: readonly string[];
  readonly parameter: readonly string[];
  readonly orders: number;
  readonly shops: number;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
}

/** `tidewatch deploy`: checks what is missing, says what it costs, and deploys to the AWS account at hand. */
export function addDeploy(program: Command): void {
  withStageOption(program.command('deploy'))
    .description('Checks the AWS account, says what a month costs, deploys, and says what comes next.')
    .option('--mail-from <address>', 'sender of every mail; the first deployment needs it', parseAddress)
    .option(
      '--alarm-address <address>',
      'who is mailed about Tidewatch itself; the first deployment needs it',
      parseAddress,
    )
    .option('--recipients <addresses>', 'who will be written to, by commas: are they verified?', parseAddresses, [])
    .option('--parameter <Name=value>', 'another parameter of the template; may be repeated', parseParameter, [])
    .option('--orders <count>', 'orders a month, for the costs', wholeFrom(1), 5_000)
    .option('--shops <count>', 'shops, for the costs', wholeFrom(1), 1)
    .option('--dry-run', 'check and show what would change', false)
    .option('--yes', 'ask nothing, though permissions are widened', false)
    .option('--json', 'print what became of it as one JSON document; all else goes to stderr', false)
    .action((options: DeployOptions) => deploy(options));
}

async function deploy(options: DeployOptions): Promise<void> {
  const { mailFrom, alarmAddress, recipients, orders, shops, dryRun, yes, json } = options;
  const names = stageNames(options.stage);
  const says = saysTo(json);
  const cdk = openCdk(names, says.stream);
  const parameters = [
    ...(mailFrom === undefined ? [] : [`MailFrom=${mailFrom}`]),
    ...(alarmAddress === undefined ? [] : [`AlarmAddress=${alarmAddress}`]),
    ...options.parameter,
  ];
  try {
    const deployment = await deployStack(
      {
        ...(mailFrom !== undefined && { mailFrom }),
        recipients,
        load: { orders, shops, every: 60, notices: 20 },
        parameters,
        dryRun,
        yes,
      },
      {
        account: new AwsAccount(createSsmClient(), new SesAccount(createSesClient()), names.secrets),
        cdk,
        say: says.say,
      },
    );
    if (json) console.log(JSON.stringify({ stack: names.stack, ...deployment }));
    const { missing } = deployment;
    if (missing.length > 0) throw new Error(`nothing was deployed: mend ${missing.join(', ')} first (see the table)`);
  } finally {
    cdk.close();
  }
}

function parseAddress(text: string): string {
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(text))
    throw new InvalidArgumentError('Give an e-mail address, e.g. tidewatch@example.com.');
  return text;
}

function parseAddresses(text: string): readonly string[] {
  return text.split(',').map((address) => parseAddress(address.trim()));
}

function parseParameter(text: string, before: readonly string[]): readonly string[] {
  if (!/^[A-Za-z]\w*=/.test(text))
    throw new InvalidArgumentError('Give a name and a value, e.g. HeartbeatUrl=https://….');
  return [...before, text];
}
