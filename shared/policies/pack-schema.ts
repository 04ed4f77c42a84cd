import * as z from 'zod';
import { holidayCountries } from './holidays.ts';
import { markets } from './market-zone.ts';
import { confidences, logisticsModes, markKinds, startings, usualStart, type Pack } from './policy.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id in kebab-case');
const duration = z.int('is no whole number of milliseconds');
const days = z.int('is no whole number of days').min(0).max(366);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):(?:00|15|30|45)$/, 'is no quarter of an hour like 14:00');
const date = z.iso.date('is no date like 2026-06-18');
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/, 'is no date like 2026-06-18 or 2026-03-17T15:00')
  .refine((value) => new Date(`${value}Z`).toJSON()?.startsWith(value), 'is not in the calendar');
const confidence = z.enum(confidences);
const clock = z.enum(Object.keys(usualStart) as (keyof typeof usualStart)[]);

function listOf<Known extends string>(known: readonly Known[]) {
  return z.array(z.enum(known)).min(1);
}

const calendarDays = z.strictObject({ form: z.literal('calendar-days'), days });
const businessDays = z.strictObject({
  form: z.literal('business-days'),
  days,
  cutOff: clockTime.exactOptional(),
  weekend: z.array(z.int().min(1).max(7)).max(3).exactOptional(),
  holidays: z.enum(holidayCountries).exactOptional(),
});
const countedDays = z.discriminatedUnion('form', [calendarDays, businessDays]);

const deadline = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('hours'), length: duration.positive() }),
  calendarDays,
  businessDays,
  z.strictObject({ form: z.literal('extended'), base: countedDays, by: countedDays }),
  z.strictObject({ form: z.literal('date'), on: date }),
  z.strictObject({ form: z.literal('unpublished') }),
]);

const penalty = z.strictObject({
  says: text,
  fine: z
    .strictObject({ amount: z.string().regex(/^\d+(\.\d+)?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
    .exactOptional(),
  ofValue: z.number().min(0).max(1).exactOptional(),
  ofExposure: z.number().min(0).max(1).exactOptional(),
  confidence: confidence.exactOptional(),
});

const endsTooEarly = { path: ['to'], error: 'does not lie after `from`' };

const transition = z
  .strictObject({ from: moment, to: moment, says: text, passMark: z.number().positive().max(1).exactOptional() })
  .refine(isAhead, endsTooEarly);

const ruleShape = {
  id,
  markets: listOf(markets).exactOptional(),
  sellerTypes: listOf(['LOCAL', 'CROSS_BORDER']).exactOptional(),
  logistics: listOf(logisticsModes).exactOptional(),
  orderTypes: listOf(['normal', 'pre-order', 'made-to-order', 'back-order', 'lottery']).exactOptional(),
  deliveryOptions: z.array(text).min(1).exactOptional(),
  from: moment.exactOptional(),
  to: moment.exactOptional(),
  transitions: z.array(transition).min(1).exactOptional(),
  rule: text,
  penalty: penalty.exactOptional(),
  source: text,
  confidence,
};

const clause = z
  .strictObject({
    ...ruleShape,
    clock,
    starts: z.enum(startings).exactOptional(),
    datedBy: z.enum(startings).exactOptional(),
    deadline,
    stages: z.record(id, duration).exactOptional(),
  })
  .refine(isAhead, endsTooEarly);

const limit = z
  .strictObject({
    ...ruleShape,
    metric: id,
    must: z.enum(['at most', 'below', 'at least', 'above']),
    value: z.number().min(0),
    window: z.int().positive().exactOptional(),
  })
  .refine(isAhead, endsTooEarly);

const mark = z.strictObject({ ...ruleShape, mark: z.enum(markKinds) }).refine(isAhead, endsTooEarly);

const packSchema = z
  .strictObject({
    id,
    markets: listOf(markets).exactOptional(),
    clauses: z.array(clause),
    limits: z.array(limit).exactOptional(),
    marks: z.array(mark).exactOptional(),
  })
  .superRefine((pack, context) => {
    const seen = new Set<string>();
    for (const list of ['clauses', 'limits', 'marks'] as const) {
      for (const [place, rule] of (pack[list] ?? []).entries()) {
        const complain = (field: string, message: string): void =>
          context.addIssue({ code: 'custom', path: [list, place, field], message });
        if (seen.has(rule.id)) complain('id', `names a second rule ${rule.id}`);
        seen.add(rule.id);
        const stray = rule.markets?.find((market) => pack.markets?.includes(market) === false);
        if (stray !== undefined) complain('markets', `names ${stray}, of which the pack does not speak`);
      }
    }
  });

/** Throws where a pack is malformed: every bad field with its path, e.g. `us: clauses[2].deadline.days …`. */
export function requirePack(pack: Pack): void {
  // Once per start: compiling the schema first would take longer than walking it.
  const checked = packSchema.safeParse(pack, { jitless: true });
  if (checked.success) return;
  const lines = checked.error.issues.map(({ path, message }) => `  ${pathOf(path)}: ${message}`);
  throw new Error(`policy pack ${pack.id} cannot be used:\n${lines.join('\n')}`);
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? 'the whole' : text.replace(/^\./, '');
}

function isAhead({ from, to }: { from?: string; to?: string }): boolean {
  return from === undefined || to === undefined || from < to;
}
