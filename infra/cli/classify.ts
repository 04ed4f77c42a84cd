import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import Table from 'cli-table3';
import { Command } from 'commander';
import { classify } from '../../shared/milestones/registry.ts';
import { commandLine } from './command-line.ts';

interface ClassifyOptions {
  readonly file?: string;
  readonly json: boolean;
}

// What is typed wrong ends with status 2 and one line.
const command = new Command('npm run classify --')
  .description('What the text of a scan states: its milestone, and the words that say so.')
  .argument('[text]', 'one text, in quotes')
  .option('--file <file>', 'a file with one text per line (UTF-8); prints one line each')
  .option('--json', 'print JSON, one document per text', false)
  .action(async (text: string | undefined, { file, json }: ClassifyOptions) => {
    if ((text === undefined) === (file === undefined)) {
      command.error('error: give either a text (in quotes) or --file');
    }
    if (file !== undefined) await classifyFile(file, json);
    else if (text === undefined || text.trim() === '') command.error('error: the text is empty');
    else console.log(json ? jsonLine(text) : table(text));
  });

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
await commandLine(command, 'classify').parseAsync();

/** `{text, milestone, phrase}`; the phrase is null when nothing was recognised. */
function jsonLine(text: string): string {
  const { milestone, phrase } = classify(text);
  return JSON.stringify({ text, milestone, phrase });
}

function table(text: string): string {
  const reading = classify(text);
  const rows = new Table({ style: { head: [], border: [], compact: true } });
  rows.push(['milestone', reading.milestone]);
  if (reading.milestone !== 'unrecognised') {
    rows.push(['matched phrase', reading.phrase], ['language', reading.language]);
  }
  return rows.toString();
}

/** Reads and prints as it goes, so that a file may be of any size; empty lines are skipped and counted. */
async function classifyFile(file: string, json: boolean): Promise<void> {
  const tally = { texts: 0, unrecognised: 0, empty: 0 };
  for await (const line of linesOf(file)) {
    const text = line.trim();
    if (text === '') tally.empty += 1;
    else {
      const { milestone } = classify(text);
      tally.texts += 1;
      if (milestone === 'unrecognised') tally.unrecognised += 1;
      const written = process.stdout.write(`${json ? jsonLine(text) : `${milestone.padEnd(28)} ${text}`}\n`);
      if (!written) await once(process.stdout, 'drain');
    }
  }
  if (tally.texts === 0) command.error(`error: --file ${file} holds no text`);
  if (json && tally.empty === 0) return;
  console.error(`${tally.texts} texts, ${tally.unrecognised} unrecognised, ${tally.empty} empty lines skipped.`);
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8');
  try {
    await once(stream, 'ready');
  } catch (error) {
    command.error(`error: --file ${file} ${whyUnreadable(error)}`);
  }
  // Reading a folder opens, and fails only then.
  stream.on('error', (error) => command.error(`error: --file ${file} ${whyUnreadable(error)}`));
  let first = true;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    yield first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  if (code === 'ENOENT') return 'is not there: no such file';
  return code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`;
}
