import { HistoryError } from '../local/simulator/history/csv-rows.ts';
import { demoWorld } from '../local/watching/demo-world.ts';
import { historyWorld } from '../local/watching/history-world.ts';
import { realWorld } from '../local/watching/real-world.ts';
import type { World } from '../local/watching/world.ts';
import { instantsOf, type StartOptions } from './start-options.ts';

/** Something the person typed, or a file they named, cannot be used: told in one line, exit status 2. */
export class Mistyped extends Error {
  override readonly name = 'Mistyped';
}

/** The TikTok that the command line asks for. Throws Mistyped for what the person can mend. */
export async function openWorld(of: StartOptions): Promise<World> {
  const instants = instantsOf(of);
  if (of.shops !== undefined) return openRealWorld(of.shops);
  try {
    if (of.orders !== undefined) return await historyWorld(of.orders, of.market, of.seed, instants?.[0]);
    const world = await demoWorld(of.seed, instants);
    return of.empty ? withoutConsent(world) : world;
  } catch (error) {
    // Recovery: the person mends the file or the option. Everything else is a bug and goes on as one.
    if (isUnreadable(error)) throw new Mistyped(`--orders ${of.orders}: ${reasonOf(error)}`, { cause: error });
    if (error instanceof HistoryError || error instanceof RangeError) {
      throw new Mistyped(error.message, { cause: error });
    }
    throw error;
  }
}

/** The same TikTok, of which we know the app alone. */
function withoutConsent(world: World): World {
  const { apps } = world.file;
  return { ...world, file: { apps, sellers: [], shops: [], channelSecrets: [], secondKeys: [] }, secondTraces: [] };
}

function openRealWorld(file: string): World {
  try {
    return realWorld(file);
  } catch (error) {
    // Recovery: as above. The shop file's own complaints are written for people, one field a line.
    if (!(error instanceof Error)) throw error;
    const what = isUnreadable(error) ? reasonOf(error) : oneLine(error.message);
    throw new Mistyped(`--shops ${file}: ${what}`, { cause: error });
  }
}

function oneLine(message: string): string {
  return message.replace(/:\n\s*/, ': ').replaceAll(/\n\s*/g, '; ');
}

function isUnreadable(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && (error.syscall === 'open' || error.syscall === 'read');
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a folder, not a file';
    case 'EACCES':
      return 'may not be read';
    default:
      return message;
  }
}
