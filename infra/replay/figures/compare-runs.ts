import { addLeads, countIn, leadBuckets, medianLead, type LeadBucket, type LeadTimes } from './lead-times.ts';
import type { CheckFigures, DayFigures, RunFigures } from './run-figures.ts';

/** The same figure under the rules in force, and under the changed ones. */
export interface Both<Of> {
  readonly before: Of;
  readonly after: Of;
}

/** Sums of one check, of one check and carrier, or of all. */
export interface Sums {
  readonly opened: number;
  readonly escalated: number;
  readonly told: number;
  /** First told before the line, and after it. */
  readonly ahead: number;
  readonly late: number;
  readonly crossed: number;
  readonly missed: number;
  readonly kept: number;
  /** Whole hours before the line; null: nobody was told of any line. */
  readonly medianLead: number | null;
}

export interface CheckRow extends Both<Sums> {
  readonly check: string;
}

export interface CarrierRow extends CheckRow {
  /** Empty: no carrier has the parcel yet, or it is about no order. */
  readonly carrier: string;
}

export interface Messages {
  readonly notices: number;
  readonly reports: number;
  /** Both, by day; one decimal. */
  readonly perDay: number;
}

export interface ReceiverRow extends Both<Messages> {
  readonly receiver: string;
}

export interface DayRow extends Both<Omit<DayFigures, 'day'>> {
  readonly day: string;
}

export interface LeadRow extends Both<number> {
  readonly bucket: LeadBucket;
}

/** Two runs over the same stretch of time. */
export interface Comparison {
  readonly sweeps: number;
  readonly days: readonly DayRow[];
  readonly orders: number;
  readonly all: Both<Sums>;
  readonly remedies: Both<number>;
  readonly standing: Both<number>;
  readonly checks: readonly CheckRow[];
  readonly carriers: readonly CarrierRow[];
  readonly receivers: readonly ReceiverRow[];
  readonly leads: readonly LeadRow[];
}

/** Rows are those of either run; checks and carriers without a figure in both are left out. */
export function compareRuns(before: RunFigures, after: RunFigures): Comparison {
  const runs = { before, after };
  const dayNames = namesIn(runs, ({ days }) => days.map(({ day }) => day));
  const checks = namesIn(runs, (run) => run.checks.map(({ check }) => check));
  const pairs = namesIn(runs, (run) => run.checks.map(({ check, carrier }) => `${check}\n${carrier}`));
  return {
    sweeps: before.sweeps,
    orders: before.orders,
    days: dayNames.map((day) => ({ day, ...ofBoth(runs, (run) => dayIn(run, day)) })),
    all: ofBoth(runs, (run) => sumOf(run.checks)),
    remedies: ofBoth(runs, ({ remedies }) => remedies),
    standing: ofBoth(runs, ({ standing }) => standing),
    checks: checks.map((check) => ({
      check,
      ...ofBoth(runs, (run) => sumOf(run.checks.filter((of) => of.check === check))),
    })),
    carriers: pairs.map((pair) => {
      const [check = '', carrier = ''] = pair.split('\n');
      const isMeant = (of: CheckFigures): boolean => of.check === check && of.carrier === carrier;
      return { check, carrier, ...ofBoth(runs, (run) => sumOf(run.checks.filter(isMeant))) };
    }),
    receivers: namesIn(runs, ({ receivers }) => receivers.map(({ receiver }) => receiver)).map((receiver) => ({
      receiver,
      ...ofBoth(runs, (run) => messagesOf(run, receiver)),
    })),
    leads: leadBuckets.map((bucket) => ({ bucket, ...ofBoth(runs, (run) => countIn(leadsOf(run.checks), bucket)) })),
  };
}

function ofBoth<Of>({ before, after }: Both<RunFigures>, read: (run: RunFigures) => Of): Both<Of> {
  return { before: read(before), after: read(after) };
}

function namesIn({ before, after }: Both<RunFigures>, read: (run: RunFigures) => readonly string[]): readonly string[] {
  return [...new Set([...read(before), ...read(after)])].toSorted();
}

function leadsOf(checks: readonly CheckFigures[]): LeadTimes {
  return addLeads(...checks.map(({ lead }) => lead));
}

function sumOf(checks: readonly CheckFigures[]): Sums {
  const add = (read: (of: CheckFigures) => number): number => checks.reduce((sum, of) => sum + read(of), 0);
  const leads = leadsOf(checks);
  return {
    opened: add(({ opened }) => opened),
    escalated: add(({ escalated }) => escalated),
    told: add(({ told }) => told),
    ahead: countIn(leads, { from: 0, to: null }),
    late: countIn(leads, { from: null, to: 0 }),
    crossed: add(({ crossed }) => crossed),
    missed: add(({ missed }) => missed),
    kept: add(({ kept }) => kept),
    medianLead: medianLead(leads),
  };
}

const quietDay: Omit<DayFigures, 'day'> = { messages: 0, opened: 0, live: { warning: 0, breach: 0, critical: 0 } };

function dayIn({ days }: RunFigures, day: string): Omit<DayFigures, 'day'> {
  const { day: _, ...figures } = days.find((of) => of.day === day) ?? { day, ...quietDay };
  return figures;
}

/** Sweeps come once an hour. */
function messagesOf({ receivers, sweeps }: RunFigures, receiver: string): Messages {
  const { notices, reports } = receivers.find((of) => of.receiver === receiver) ?? { notices: 0, reports: 0 };
  return { notices, reports, perDay: Math.round((10 * (notices + reports) * 24) / Math.max(1, sweeps)) / 10 };
}
