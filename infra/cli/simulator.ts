import { Command, InvalidArgumentError, Option } from 'commander';
import type { Instant } from '../../shared/domain/time.ts';
import { commandLine } from './command-line.ts';
import { parseTime } from './parse-time.ts';
import { HistoryError } from '../local/simulator/history/csv-rows.ts';
import { startSimulator } from '../local/simulator/simulator.ts';
import type { SimulatorOptions } from '../local/simulator/simulator.ts';

interface Flags {
  readonly port: number;
  readonly seed: number;
  readonly orders?: string;
  readonly market?: string;
  readonly at?: Instant;
  readonly open: number;
  readonly days: number;
  readonly errors: '200' | '4xx';
  readonly rate: 'wall' | 'virtual';
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most) {
      throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
    }
    return Number(text);
  };
}

function readFlags(): Flags {
  const command = new Command('simulator')
    .description('TikTok Shop on loopback: prints one JSON line with its address and keys, serves until Ctrl-C.')
    .option(
      '--port <number>',
      'port of the API host, 0 for a free one; tokens are given on the next one',
      wholeNumber(0, 65_534),
      0,
    )
    .option('--seed <number>', 'decides every secret, id and generated order', wholeNumber(0, 0xffff_ffff), 1)
    .option('--orders <file>', 'a CSV order history instead of generated orders; needs --market')
    .option('--market <code>', 'market of the shop, e.g. GB (the default for generated orders)')
    .option('--at <time>', 'freeze the world at this instant instead of following the clock', parseTime)
    .option('--open <number>', 'open orders of a generated shop', wholeNumber(1, 1_000_000), 200)
    .option('--days <number>', 'days of history of a generated shop', wholeNumber(1, 365), 45)
    .addOption(new Option('--errors <style>', 'HTTP status of errors').choices(['200', '4xx']).default('200'))
    .addOption(
      new Option('--rate <mode>', 'rate limit in real or virtual seconds').choices(['wall', 'virtual']).default('wall'),
    );
  return commandLine(command, 'simulator').parse().opts<Flags>();
}

function optionsOf(flags: Flags): SimulatorOptions {
  if (flags.orders !== undefined && flags.market === undefined) {
    throw new RangeError('--orders needs --market: the file does not say where its orders were sold, e.g. --market BR');
  }
  return {
    seed: flags.seed,
    port: flags.port,
    authPort: flags.port === 0 ? 0 : flags.port + 1,
    errorStyle: flags.errors,
    rateMode: flags.rate,
    ...(flags.at === undefined ? {} : { now: flags.at }),
    shops: [
      {
        region: flags.market ?? 'GB',
        orders:
          flags.orders === undefined
            ? { from: 'generator', open: flags.open, historyDays: flags.days }
            : { from: 'history', file: flags.orders },
      },
    ],
  };
}

/** What the person can mend: said in one line. Everything else is a bug and shows its stack. */
function isMendable(error: unknown): error is Error {
  return error instanceof RangeError || error instanceof HistoryError || (error instanceof Error && 'syscall' in error);
}

try {
  const simulator = await startSimulator(optionsOf(readFlags()));
  const { url, authUrl, appKey, appSecret, accessToken, refreshToken, shops } = simulator;
  const shop = { shopId: shops[0]?.id, shopCipher: shops[0]?.cipher };
  const second = { seventeenTrackUrl: simulator.seventeenTrackUrl, seventeenTrackKey: simulator.seventeenTrack.key };
  console.log(JSON.stringify({ url, authUrl, appKey, appSecret, accessToken, refreshToken, ...shop, ...second }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
} catch (error) {
  if (!isMendable(error)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 2;
}
