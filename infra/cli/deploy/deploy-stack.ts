import type { Cdk } from '../cdk.ts';
import { costText } from '../cost/cost-text.ts';
import { counts } from '../cost/counts.ts';
import { estimateCost, type Load } from '../cost/estimate-cost.ts';
import { report } from '../doctor/report.ts';
import type { Account } from './account.ts';
import { deployChecks } from './deploy-checks.ts';
import { readFacts, type Asked } from './read-facts.ts';

export interface DeployRequest extends Asked {
  readonly load: Load;
  /** `Name=value` of the template's parameters. */
  readonly parameters: readonly string[];
  readonly dryRun: boolean;
  /** Nobody is asked before permissions are widened. */
  readonly yes: boolean;
}

export interface DeployPorts {
  readonly account: Account;
  readonly cdk: Cdk;
  readonly say: (text: string) => void;
}

/** Checks, says what it costs, deploys, and says what comes next. Throws one line when something is missing. */
export async function deployStack(request: DeployRequest, { account, cdk, say }: DeployPorts): Promise<void> {
  say('· synthesizing the stack …');
  const { reserved } = await cdk.synthesize();
  const findings = deployChecks(await readFacts(account, request, reserved), request);
  say(report(findings));
  say(`\n${costText(request.load, estimateCost(request.load, counts))}\n`);
  const missing = findings.filter(({ health }) => health === 'bad').map(({ examination }) => examination);
  if (missing.length > 0) throw new Error(`nothing was deployed: mend ${missing.join(', ')} first (see the table)`);
  if (request.dryRun) {
    await cdk.showChanges();
    say('\nNothing was deployed: --dry-run.');
    return;
  }
  const outputs = await cdk.deploy(request.parameters, !request.yes);
  say(afterwards(outputs));
}

function afterwards(outputs: Readonly<Record<string, string>>): string {
  const { FrontDoorUrl = '–', WebhooksUrl = '–', ConnectUrl = '–', TableName = '–' } = outputs;
  return [
    '',
    `Front door: ${FrontDoorUrl}`,
    `Webhooks:   ${WebhooksUrl}webhooks/<app key>, to be entered in Partner Center`,
    `Consents:   ${ConnectUrl}connect/<app key>, the redirect URL there`,
    `Table:      ${TableName}`,
    'AWS has mailed the alarm address: confirm the subscription, or no alarm is heard.',
    'Next: tidewatch app add, then tidewatch shop connect (README, “From zero to watching”).',
  ].join('\n');
}
