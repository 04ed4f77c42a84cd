const minuteMs = 60_000;
const unitMs: Readonly<Record<string, number>> = { minute: minuteMs, hour: 60 * minuteMs, day: 24 * 60 * minuteMs };
/** A daily schedule is the rarest that is understood; two days hold its next time for certain. */
const horizonMinutes = 2 * 24 * 60;

/**
 * The first time after `after` at which a schedule fires: `rate(…)` counted from the epoch, or `cron(…)` whose day,
 * month, weekday and year fields are open, in UTC. Throws for any other expression.
 */
export function nextTime(expression: string, after: Date): Date {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const every = Number(rate[1]) * (unitMs[rate[2] ?? ''] ?? 0);
    return new Date((Math.floor(after.getTime() / every) + 1) * every);
  }
  const [minutes, hours, ...rest] = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  if (
    minutes === undefined ||
    hours === undefined ||
    rest.length !== 4 ||
    !rest.every((field) => /^[*?]$/.test(field))
  ) {
    throw new Error(`The schedule ${expression} is not understood on this machine`);
  }
  const minuteFits = matcher(minutes, 59, expression);
  const hourFits = matcher(hours, 23, expression);
  let next = Math.floor(after.getTime() / minuteMs) * minuteMs;
  for (let step = 0; step < horizonMinutes; step += 1) {
    next += minuteMs;
    const candidate = new Date(next);
    if (minuteFits(candidate.getUTCMinutes()) && hourFits(candidate.getUTCHours())) return candidate;
  }
  throw new Error(`The schedule ${expression} never fires`);
}

/** One cron field: `*`, `5`, `1-5`, `0/15`, `*` + `/15`, or several of these with commas. */
function matcher(field: string, last: number, expression: string): (value: number) => boolean {
  const ranges = field.split(',').map((part) => {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (found === null) throw new Error(`The schedule ${expression} is not understood on this machine`);
    const [, from, to, every] = found;
    const open = from === undefined || every !== undefined;
    return { from: Number(from ?? 0), to: Number(to ?? (open ? last : from)), every: Number(every ?? 1) };
  });
  return (value) => ranges.some(({ from, to, every }) => value >= from && value <= to && (value - from) % every === 0);
}
