import { setTimeout as sleep } from 'node:timers/promises';
import { troubleText } from './aws-trouble.ts';

/** A terminal that is drawn on. */
export interface Screen {
  readonly rows?: number;
  write(text: string): unknown;
}

interface Redrawn {
  /** What to show now, for so many lines. */
  readonly draw: (lines: number) => Promise<string>;
  /** Milliseconds from one drawing to the next. */
  readonly every: number;
  readonly stop: AbortSignal;
}

/** From the upper left corner on, and nothing of what was there before. */
const fromTheTop = '\u001B[H\u001B[J';

/**
 * Draws until it is stopped. What cannot be read the first time is thrown; after that it is said below what was drawn
 * last, and tried again: a screen on a wall has to outlive a lost connection.
 */
export async function redraw(screen: Screen, { draw, every, stop }: Redrawn): Promise<void> {
  let last: string | undefined;
  while (!stop.aborted) {
    const drawn = await attempt(() => draw(heightOf(screen)));
    if (last === undefined && 'error' in drawn) throw drawn.error;
    if (stop.aborted) return;
    if ('text' in drawn) last = drawn.text;
    screen.write(`${fromTheTop}${last}\n`);
    if ('error' in drawn) screen.write(`Could not be read again: ${troubleText(drawn.error)}\n`);
    // Recovery: whoever stops it has seen enough.
    await sleep(every, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Some terminals say that they have no lines at all. */
function heightOf({ rows = 0 }: Screen): number {
  return rows > 0 ? rows : 24;
}

async function attempt(draw: () => Promise<string>): Promise<{ readonly text: string } | { readonly error: unknown }> {
  try {
    return { text: await draw() };
  } catch (error) {
    return { error };
  }
}
