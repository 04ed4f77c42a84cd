import * as z from 'zod';

const count = z.int().nonnegative();
const instant = z.iso.datetime();
const id = z.string().min(1);

const ShopRound = z.strictObject({
  shop: id,
  market: z.string().regex(/^[A-Z]{2}$/),
  orders: z.strictObject({ pulled: count, open: count, closed: count, quarantined: count }),
  calls: z.strictObject({ search: count, detail: count, tracking: count, other: count, retries: count }),
  judged: count,
  transitions: z.strictObject({ opened: count, escalated: count, reminded: count, resolved: count, reopened: count }),
  notices: count,
  remedies: count,
  lagSeconds: z.number().nonnegative().nullable(),
  durationMs: count,
  notWatched: z.array(z.strictObject({ check: id, because: id, count: count.min(1) })),
});

const FindingRow = z.strictObject({
  shop: id,
  check: id,
  stage: id,
  severity: z.enum(['warning', 'breach', 'critical']),
  state: z.enum(['open', 'acknowledged', 'dismissed']),
  subject: z.strictObject({ kind: z.enum(['order', 'credential', 'shop']), id }),
  order: id.nullable(),
  since: instant,
  deadline: instant.nullable(),
  deadlineSource: id.nullable(),
  rule: z.strictObject({ pack: id, clause: id, source: id, from: id.nullable(), to: id.nullable() }).nullable(),
  risk: z.strictObject({ amount: z.string().regex(/^\d+\.\d\d$/), currency: z.string().length(3) }).nullable(),
  inhibitedBy: id.nullable(),
});

const Queue = z.strictObject({ sent: count, received: count, deadLettered: count });

/** The documented form of `--json`, key by key: a key more or less is a change of the interface. */
export const RoundDocument = z.strictObject({
  now: instant,
  shops: z.array(ShopRound).min(1),
  findings: z.array(FindingRow),
  queues: z.strictObject({ sweep: Queue, notify: Queue, remediate: Queue }),
  mails: count,
});
export type RoundDocument = z.infer<typeof RoundDocument>;
type FindingRow = RoundDocument['findings'][number];

/** One line for each round. */
export function readRounds(stdout: string): readonly RoundDocument[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => RoundDocument.parse(JSON.parse(line)));
}

export type Stages = ReadonlyMap<string, string>;
export type Transitions = RoundDocument['shops'][number]['transitions'];

/** A shop's open order findings: stage by `check order`, as the oracle of the order histories names them. */
export function orderStagesOf(round: RoundDocument, shop?: string): Stages {
  return stagesOf(round, shop, ({ subject }) => subject.kind === 'order');
}

/** The same of what is open about the shop itself and its credentials. */
export function shopStagesOf(round: RoundDocument | undefined, shop?: string): Stages {
  return stagesOf(round, shop, ({ subject }) => subject.kind !== 'order');
}

function stagesOf(
  round: RoundDocument | undefined,
  shop: string | undefined,
  isMeant: (row: FindingRow) => boolean,
): Stages {
  const rows = round?.findings.filter((row) => row.shop === (shop ?? row.shop) && isMeant(row)) ?? [];
  return new Map(rows.map(({ check, subject, stage }) => [`${check} ${subject.id}`, stage]));
}

export function both(one: Stages, other: Stages): Stages {
  return new Map([...one, ...other]);
}

/** As differences tell it: what is back again is open again. */
export function asDifferences(transitions: Transitions | undefined): Transitions | undefined {
  return transitions && { ...transitions, opened: transitions.opened + transitions.reopened, reopened: 0 };
}

export function sorted(stages: Stages): readonly (readonly [string, string])[] {
  return [...stages].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** What must have happened between two instants, told from what is open at each. */
export function transitionsBetween(before: Stages, now: Stages): Transitions {
  return {
    opened: [...now.keys()].filter((key) => !before.has(key)).length,
    escalated: [...now].filter(([key, stage]) => before.has(key) && before.get(key) !== stage).length,
    resolved: [...before.keys()].filter((key) => !now.has(key)).length,
    reminded: 0,
    reopened: 0,
  };
}
