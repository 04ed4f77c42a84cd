import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { after, type Duration, type Instant } from '../../shared/domain/time.ts';
import { commandLine } from './command-line.ts';
import { marketHint } from './market-hint.ts';
import { parseSpan } from './parse-span.ts';
import { parseTime } from './parse-time.ts';

export interface StartOptions {
  readonly once: boolean;
  readonly json: boolean;
  readonly shops?: string;
  readonly orders?: string;
  readonly empty: boolean;
  readonly market: string;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly every: Duration;
  readonly data?: string;
  readonly assembly?: string;
  readonly sesSandbox?: readonly string[];
  readonly seed: number;
}

const example = '2018-03-15T00:00:00Z';

/** Reads the command line of `npm start`. Ends the process with status 2 and one clear line when it is wrong. */
export function startOptions(argv: readonly string[]): StartOptions {
  const command = new Command('npm start --')
    .description('Watches TikTok Shop orders on this machine: demo shops unless told otherwise.')
    .option('--once', 'sweep every shop once, then stop; status 1 when a sweep failed', false)
    .option('--json', 'print one JSON document per sweep round, on one line, and nothing else', false)
    .option('--shops <file>', 'watch the real shops of this shop file, with its credentials')
    .option('--orders <file>', 'watch one simulated shop whose orders are the rows of this CSV file')
    .option('--empty', 'the simulated seller has consented to nothing yet: connect the demo shops yourself', false)
    .option('--market <market>', 'market of that shop, two capital letters', parseMarket, 'GB')
    .option('--at <time>', `the world as of this instant, e.g. ${example}`, parseTime)
    .option('--until <time>', 'sweep from --at to this instant, both included', parseTime)
    .option(
      '--every <span>',
      'time between sweeps, e.g. 30m, 1h, 1d; without --at 10m to 1h',
      parseSpan,
      parseSpan('1h'),
    )
    .option('--data <folder>', 'keep the state here; a later run goes on from it')
    .option('--assembly <folder>', 'run this synthesized stack (cdk.out) instead of synthesizing it anew')
    .option('--ses-sandbox <addresses>', 'SES sends to these alone, by commas: addresses or domains', parseAddresses)
    .addOption(new Option('--seed <number>', 'of the simulated world').argParser(parseCount).default(7));
  const options = commandLine(command, 'start').parse(argv, { from: 'user' }).opts<StartOptions>();
  const complaint = complaintAbout(options);
  if (complaint !== undefined) command.error(`error: ${complaint}`);
  return options;
}

/** The instants to sweep at; undefined = now, and then as the schedule says. */
export function instantsOf(options: StartOptions): readonly Instant[] | undefined {
  if (options.at === undefined) return undefined;
  const instants: Instant[] = [];
  const last = options.until ?? options.at;
  for (let at = options.at; at <= last; at = after(at, options.every)) instants.push(at);
  return instants;
}

function complaintAbout(options: StartOptions): string | undefined {
  const { shops, orders, empty, at, until, every, data, assembly } = options;
  if (shops !== undefined && orders !== undefined) return '--shops and --orders cannot be used together';
  if (empty && (shops ?? orders ?? at) !== undefined)
    return '--empty is for the demo shops, and cannot be used with --shops, --orders or --at';
  if (at === undefined && !isRate(every)) return '--every is 10m to 1h, by whole minutes, where the watch goes on';
  if (shops !== undefined && at !== undefined)
    return '--at needs simulated shops: the real TikTok shows only the present';
  if (until !== undefined && at === undefined) return `--until needs --at, e.g. --at ${example}`;
  if (until !== undefined && at !== undefined && until < at) return '--until lies before --at';
  if (data !== undefined && statSync(data, { throwIfNoEntry: false })?.isDirectory() === false)
    return `--data ${data} is a file, not a folder`;
  if (assembly !== undefined && !existsSync(join(assembly, 'manifest.json'))) {
    return `--assembly ${assembly} holds no synthesized stack: make one with npm run synth`;
  }
  return undefined;
}

/** What the deployed schedule takes. */
function isRate(every: Duration): boolean {
  return every % 60_000 === 0 && every >= 600_000 && every <= 3_600_000;
}

function parseMarket(text: string): string {
  if (!/^[A-Z]{2}$/.test(text) || marketHint(text) !== '')
    throw new InvalidArgumentError(`${marketHint(text)}Give two capital letters, e.g. GB.`);
  return text;
}

function parseAddresses(text: string): readonly string[] {
  return text.split(',').map((address) => address.trim());
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number, e.g. 7.');
  return Number(text);
}
