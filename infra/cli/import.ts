import { InvalidArgumentError, type Command } from 'commander';
import { readAttestations, type AttestationFile } from '../../shared/adapters/attestation-file.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import type { Refused } from '../../shared/adapters/csv-table.ts';
import { DynamoDeeds } from '../../shared/adapters/dynamo/deeds.ts';
import { findOpen } from '../../shared/adapters/dynamo/open-orders.ts';
import { DynamoSecondTraces } from '../../shared/adapters/dynamo/second-traces.ts';
import { DynamoScores } from '../../shared/adapters/dynamo/scores.ts';
import { readScores } from '../../shared/adapters/score-file.ts';
import { readTraceFile } from '../../shared/carriers/csv-drop.ts';
import { mergeTraces } from '../../shared/domain/merge-traces.ts';
import { looksRounded } from '../../shared/adapters/written-fields.ts';
import { printReport } from './import-report.ts';
import { parseName } from './parse-name.ts';
import { readTextFile } from './read-file.ts';
import { watchedShop, withShopOption, type WatchedShop } from './watched-shop.ts';
import { onStack } from './stack-option.ts';

interface ImportOptions {
  readonly shop?: string;
  readonly by: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `tidewatch import attestations FILE.csv`, `import scores FILE.csv` and `import traces FILE.csv`. */
export function addImport(program: Command): void {
  const group = program
    .command('import')
    .description('Reads what your people wrote down: attestations, scores, and what carriers show.')
    // Without this the whole usage would be the answer.
    .allowExcessArguments()
    .action((_: unknown, asked: Command) =>
      asked.error('error: say what to import: attestations, scores or traces, then the file'),
    );
  withImportOptions(onStack(group.command('attestations')))
    .description('What the packing table saw of each order, as order,kind,value[,at][,by].')
    .option('--by <name>', 'who wrote it, where a line does not say', parseName, 'the command line')
    .action((text: string, options: ImportOptions) => importAttestations(text, options));
  withImportOptions(onStack(group.command('scores')))
    .description("Figures off Seller Center's pages, as date,metric,value.")
    .action((text: string, options: ImportOptions) => importScores(text, options));
  withImportOptions(onStack(group.command('traces')))
    .description("Scans off carriers' own pages, as number,time,zone,text[,carrier].")
    .action((text: string, options: ImportOptions) => importTraces(text, options));
}

function withImportOptions(command: Command): Command {
  return withShopOption(command.argument('<file>', 'a CSV file (UTF-8) with a header line', readTextFile))
    .option('--dry-run', 'say what would be imported and refused, and write nothing', false)
    .option('--json', 'print the report as one JSON document', false);
}

async function importAttestations(text: string, { shop: id, by, dryRun, json }: ImportOptions): Promise<void> {
  const read = usable(() => readAttestations(text, { at: systemClock.world(), by }));
  const { table, shop } = await watchedShop(id);
  const { deeds, unwatched, refused } = await againstTheBook(read, { table, shop });
  const outdated = dryRun ? 0 : (await new DynamoDeeds(table).write(shop.id, deeds)).length;
  const imported = deeds.length - outdated;
  printReport({ shop: shop.id, dryRun, imported, blank: read.blank, outdated, unwatched, refused }, json);
}

async function importScores(text: string, { shop: id, dryRun, json }: ImportOptions): Promise<void> {
  const { scores, refused } = usable(() => readScores(text, systemClock.world()));
  const { table, shop } = await watchedShop(id);
  if (!dryRun) await new DynamoScores(table).put(shop.id, scores);
  printReport({ shop: shop.id, dryRun, imported: scores.length, refused }, json);
}

async function importTraces(text: string, { shop: id, dryRun, json }: ImportOptions): Promise<void> {
  const { traces, lines, refused } = usable(() => readTraceFile(text, systemClock.world()));
  const { table, shop } = await watchedShop(id);
  const stored = new DynamoSecondTraces(table);
  const known = await stored.find(
    shop.id,
    traces.map(({ number }) => number),
  );
  const merged = traces.map((trace) => mergeTraces(known.get(trace.number), trace));
  if (!dryRun) await stored.write(shop.id, merged, systemClock.wall());
  printReport({ shop: shop.id, dryRun, imported: lines, refused }, json);
}

/** A file without the header it needs is like an argument that was typed wrong. */
function usable<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/**
 * An order that nobody knows may be one of the next sweep, so what was written about it is kept; unless its id ends as
 * a spreadsheet rounds them, for then it is another order's.
 */
async function againstTheBook({ deeds, refused }: AttestationFile, { table, shop }: WatchedShop) {
  const orders = [...new Set(deeds.map(({ deed }) => deed.order))];
  const known = await findOpen(table, shop.id, orders);
  const isDoubtful = (order: string): boolean => !known.has(order) && looksRounded(order);
  const rounded = deeds
    .filter(({ deed }) => isDoubtful(deed.order))
    .map(({ line, deed: { order } }): Refused => {
      const why = 'is not under watch and ends in zeros, as a spreadsheet rounds ids: format the column as text';
      return { line, field: 'order', problem: `"${order}" ${why}, then fill the ids in again` };
    });
  return {
    deeds: deeds.filter(({ deed }) => !isDoubtful(deed.order)).map(({ deed }) => deed),
    refused: [...refused, ...rounded].toSorted((a, b) => a.line - b.line),
    unwatched: orders.filter((order) => !known.has(order) && !isDoubtful(order)),
  };
}
