import CliTable from 'cli-table3';
import type { Command } from 'commander';
import { DynamoOrderBook } from '../../shared/adapters/dynamo/order-book.ts';
import { attestedValues } from '../../shared/adapters/attestation-file.ts';
import { writeCsv } from '../../shared/channels/mail/csv.ts';
import { iso } from '../../shared/domain/time.ts';
import { openTasks, type PackingTask } from '../../shared/jobs/packing-tasks.ts';
import { sortableTime } from '../../shared/messages/moment.ts';
import { plain } from '../../shared/messages/plain.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

interface ChecklistOptions {
  readonly shop?: string;
  readonly csv: boolean;
  readonly json: boolean;
}

/** `tidewatch checklist`: what is to be done and attested before the carrier takes the parcels. */
export function addChecklist(program: Command): void {
  withShopOption(onStack(program.command('checklist')))
    .description('What has to be attested of orders before they are handed over, the most urgent first.')
    .option('--csv', 'print a CSV file to fill in: tidewatch import attestations reads it', false)
    .option('--json', 'print one JSON document', false)
    .action((options: ChecklistOptions) => checklist(options));
}

async function checklist({ shop: id, csv, json }: ChecklistOptions): Promise<void> {
  const { table, shop } = await watchedShop(id);
  const tasks = await whileWaiting('reading open orders', openTasks(new DynamoOrderBook(table), shop.id));
  const moment = (task: PackingTask): string => (task.due === undefined ? '' : sortableTime(task.due, shop.zone));
  if (json) {
    const rows = tasks.map(({ due, ...task }) => ({ ...task, ...(due !== undefined && { due: iso(due) }) }));
    console.log(JSON.stringify({ shop: shop.id, rows }));
  } else if (csv) process.stdout.write(csvOf(tasks, moment));
  else console.log(tasks.length === 0 ? nothingText(shop.attests ?? []) : tableOf(tasks, moment));
}

type Moment = (task: PackingTask) => string;

/** The empty column is for the people at the packing table. */
function csvOf(tasks: readonly PackingTask[], moment: Moment): string {
  return writeCsv(
    ['order', 'kind', 'value', 'write', 'due', 'finding', 'carrier'],
    tasks.map((task) => [task.order, task.kind, '', wordsOf(task), moment(task), task.finding, task.carrier]),
  );
}

function tableOf(tasks: readonly PackingTask[], moment: Moment): string {
  const head = ['Due', 'Order', 'Attest', 'As', 'Because of', 'Carrier'];
  const table = new CliTable({ head, style: { head: [], border: [] } });
  for (const task of tasks) {
    const carrier = plain(task.carrier ?? '', 30);
    table.push([moment(task), plain(task.order, 40), task.kind, wordsOf(task), task.finding, carrier]);
  }
  return table.toString();
}

function wordsOf({ kind }: PackingTask): string {
  return kind === 'pick-start' ? 'a time with its zone' : attestedValues[kind].join(' or ');
}

function nothingText(attests: readonly string[]): string {
  const all = 'Nothing is to be attested before hand-over.';
  return attests.length > 0
    ? all
    : `${all} The shop's "attests" names nothing, so labels and declarations go unwatched.`;
}
