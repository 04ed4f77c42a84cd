import { counted } from '../../../shared/messages/en-words.ts';
import type { Cdk } from '../cdk.ts';
import { prices } from '../cost/prices.ts';
import type { StageNames } from '../stage-names.ts';
import type { Leftovers, StoredTable } from './leftovers.ts';

export interface DestroyRequest {
  readonly names: StageNames;
  readonly deleteData: boolean;
}

/** What stays, as `destroy --json` prints it. */
export interface Left {
  readonly stack: string;
  readonly tables: readonly StoredTable[];
  /** How many. */
  readonly secrets: number;
}

export interface DestroyPorts {
  readonly cdk: Pick<Cdk, 'synthesize' | 'destroy'>;
  readonly leftovers: Leftovers;
  /** Answers whether the person typed this word. */
  readonly confirm: (question: string, word: string) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/**
 * Takes the stack away, and the data only where that was asked for. The stack goes first, so that nothing writes any
 * more; each step looks at what is left, so a second call goes on where one was killed.
 */
export async function destroyStack({ names, deleteData }: DestroyRequest, ports: DestroyPorts): Promise<Left> {
  const { cdk, leftovers, confirm, say } = ports;
  const question = deleteData
    ? `This deletes the stack ${names.stack}, all orders and findings it knows, and every secret below ${names.secrets}. It cannot be undone.`
    : `This deletes the stack ${names.stack}; its table and secrets stay.`;
  if (!(await confirm(question, names.stack))) {
    const instead = deleteData ? `--yes-delete-data ${names.stack}` : '--yes';
    throw new Error(`nothing was deleted: type ${names.stack} when asked, or give ${instead}`);
  }
  await cdk.synthesize();
  await cdk.destroy();
  if (deleteData) await deleteAll(leftovers, say);
  const [tables, parameters] = await Promise.all([leftovers.tables(), leftovers.parameters()]);
  say(leftText(tables, parameters.length, names));
  return { stack: names.stack, tables, secrets: parameters.length };
}

async function deleteAll(leftovers: Leftovers, say: DestroyPorts['say']): Promise<void> {
  for (const { name } of await leftovers.tables()) {
    say(`· deleting the table ${name} …`);
    await leftovers.deleteTable(name);
  }
  const parameters = await leftovers.parameters();
  if (parameters.length > 0) say(`· deleting ${counted(parameters.length, 'secret')} …`);
  await leftovers.deleteParameters(parameters);
}

function leftText(tables: readonly StoredTable[], parameters: number, { stack, stage }: StageNames): string {
  if (tables.length === 0 && parameters === 0) return `${stack} is gone, and nothing of it is left.`;
  const option = stage === undefined ? '' : ` --stage ${stage}`;
  return [
    `${stack} is gone. What stays:`,
    ...tables.map(({ name, bytes }) => `  the table ${name}: ${sizeText(bytes)}, about $${monthly(bytes)} a month`),
    ...(parameters > 0 ? [`  ${counted(parameters, 'secret')} in SSM, which cost nothing`] : []),
    'A new deployment makes a table of its own and finds the secrets again.',
    `Delete it all with: npm run destroy --${option} --delete-data`,
  ].join('\n');
}

/** Stored, and kept to be recovered to any second of 35 days. */
function monthly(bytes: number): string {
  const gigabytes = bytes / 1e9;
  return (gigabytes * (prices.dynamoGigabytes.dollars + prices.recoveryGigabytes.dollars)).toFixed(2);
}

/** DynamoDB counts every six hours. */
function sizeText(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB when last counted`;
}
