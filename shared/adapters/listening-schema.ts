import * as z from 'zod';
import type { Listening } from '../domain/shop.ts';
import { hours, type Duration } from '../domain/time.ts';
import { severities } from '../domain/verdict.ts';
import { expects } from './complaint.ts';

const timeSays = expects('is not a time of day', '"22:00"', 'show');
const timeOfDay = z.string(timeSays).regex(/^([01]\d|2[0-3]):[0-5]\d$/, timeSays);

const quietSays = expects('must be two times of day', '{"from": "22:00", "to": "08:00"}');

/** By the wall clock of the shop's zone. */
export const quietHoursSchema = z
  .strictObject({ from: timeOfDay, to: timeOfDay }, quietSays)
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'is the same as `from`; for example "08:00"' });

const severitySays = expects(`is no severity (${severities.join(', ')})`, '"breach"', 'show');
const hoursSays = expects('must be a number of hours above 0 and up to 720', '6', 'show');

const listOf = (item: z.ZodType<string>, example: string) => {
  const says = expects('must be a list that is not empty', example);
  return z.array(item, says).min(1, says);
};

/** What a receiver hears; `checks` are those that exist. */
function hearsSchema(checks: readonly string[], takesRemedies: boolean) {
  const checkSays = expects('is no check (the README lists them)', '"trace-silent"', 'show');
  const marketSays = expects('is not a market: two capitals as TikTok writes them', '"GB"', 'show');
  const remediesSays = expects('can be left out or be true', 'true', 'show');
  const reportsSays = expects('can be left out or be false', 'false', 'show');
  const carrierSays = expects('must be a name or an id that is not empty', '"YunExpress"');
  return z.strictObject(
    {
      severity: z.enum(severities, severitySays).exactOptional(),
      checks: listOf(z.enum(checks, checkSays), '["trace-silent"]').exactOptional(),
      carriers: listOf(z.string(carrierSays).regex(/\S/, carrierSays), '["YunExpress"]').exactOptional(),
      markets: listOf(z.string(marketSays).regex(/^[A-Z]{2}$/, marketSays), '["GB"]').exactOptional(),
      reports: z.literal(false, reportsSays).exactOptional(),
      remedies: z
        .literal(true, remediesSays)
        .refine(() => takesRemedies, 'is for channels of kind webhook alone; take it off here')
        .exactOptional(),
      unattended: z.number(hoursSays).positive(hoursSays).max(720, hoursSays).exactOptional(),
    },
    expects('must be an object', '{"severity": "breach"}'),
  );
}

/** The fields by which any receiver says what it hears, and when; `takesRemedies`: it may be another system. */
export function listeningFields(checks: readonly string[], takesRemedies = false) {
  return {
    hears: hearsSchema(checks, takesRemedies).exactOptional(),
    quietHours: z
      .union([z.literal('none'), quietHoursSchema], expects('must be "none" or two times of day', '"none"'))
      .exactOptional(),
  };
}

type Entry = { readonly [Field in keyof ReturnType<typeof listeningFields>]?: unknown } & {
  readonly hears?: z.output<ReturnType<typeof hearsSchema>>;
  readonly quietHours?: Listening['quietHours'];
};

export function toListening({ hears, quietHours }: Entry): Listening {
  const { unattended, ...same } = hears ?? {};
  return {
    ...(hears && {
      hears: { ...same, ...(unattended !== undefined && { unattended: Math.round(hours(unattended)) as Duration }) },
    }),
    ...(quietHours && { quietHours }),
  };
}

/** The entry that `toListening` reads so again. */
export function listeningEntry({ hears, quietHours }: Listening) {
  const { unattended, checks, carriers, markets, ...same } = hears ?? {};
  return {
    ...(hears && {
      hears: {
        ...same,
        ...(checks && { checks: [...checks] }),
        ...(carriers && { carriers: [...carriers] }),
        ...(markets && { markets: [...markets] }),
        ...(unattended !== undefined && { unattended: unattended / hours(1) }),
      },
    }),
    ...(quietHours && { quietHours }),
  };
}
