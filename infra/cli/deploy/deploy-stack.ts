import type { Cdk } from '../cdk.ts';
import { costDocument, type CostDocument } from '../cost/cost-document.ts';
import { costText } from '../cost/cost-text.ts';
import { counts } from '../cost/counts.ts';
import { estimateCost, type Load } from '../cost/estimate-cost.ts';
import type { Finding } from '../doctor/examine.ts';
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

/** What became of it, as `deploy --json` prints it. */
export interface Deployment {
  readonly deployed: boolean;
  readonly checks: readonly Finding[];
  /** The checks for which nothing was deployed. */
  readonly missing: readonly string[];
  readonly cost: CostDocument;
  /** Of the stack, by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

export interface DeployPorts {
  readonly account: Account;
  readonly cdk: Cdk;
  readonly say: (text: string) => void;
}

/** Checks, says what it costs, deploys unless something is missing, and says what comes next. */
export async function deployStack(request: DeployRequest, { account, cdk, say }: DeployPorts): Promise<Deployment> {
  say('· synthesizing the stack …');
  const { reserved } = await cdk.synthesize();
  const { load, dryRun } = request;
  const checks = deployChecks(await readFacts(account, request, reserved), request);
  const lines = estimateCost(load, counts);
  say(report(checks));
  say(`\n${costText(load, lines)}\n`);
  const missing = checks.filter(({ health }) => health === 'bad').map(({ examination }) => examination);
  const nothing = { deployed: false, checks, missing, cost: costDocument(load, lines), outputs: {} };
  if (missing.length > 0) return nothing;
  if (dryRun) {
    await cdk.showChanges();
    say('\nNothing was deployed: --dry-run.');
    return nothing;
  }
  const outputs = await cdk.deploy(request.parameters, !request.yes);
  say(afterwards(outputs));
  return { ...nothing, deployed: true, outputs };
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
