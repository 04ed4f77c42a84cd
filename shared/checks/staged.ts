import { isPast, type Instant } from '../domain/time.ts';
import { okUntil, type Deadline, type Facts, type Verdict } from '../domain/verdict.ts';

/** A stage and the instant after which it holds. */
export interface StageLine {
  readonly stage: string;
  readonly line: Instant;
}

/** The last stage whose line has been passed; `ok` until the first line. Lines ascend. */
export function staged(
  lines: readonly [StageLine, ...StageLine[]],
  now: Instant,
  deadline: Deadline,
  facts?: Facts,
): Verdict {
  const passed = lines.findLast(({ line }) => isPast(line, now));
  if (!passed) return okUntil(lines[0].line);
  return { is: 'firing', stage: passed.stage, since: passed.line, deadline, ...(facts && { facts }) };
}
