import type { Check, Setting, Subjects } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import { attestations } from '../../shared/domain/deed.ts';
import { orderStatuses, type Order, type PlatformField } from '../../shared/domain/order.ts';
import { after, before, days, hours, type Duration } from '../../shared/domain/time.ts';
import type { SubjectKind, Verdict } from '../../shared/domain/verdict.ts';
import { article } from '../../shared/policies/article.ts';
import type { Clause } from '../../shared/policies/policy.ts';
import { packs } from '../../shared/policies/registry.ts';
import { aCredential } from '../support/a-shop.ts';
import { anOrder } from '../support/an-order.ts';
import { aSetting, subject } from '../support/a-setting.ts';
import { now } from '../support/moments.ts';

/**
 * What a check's own code says when it is asked about one subject after the other: under the default pack, and under
 * the others where that sets no such clock. Nothing here is written down.
 */
export interface Answers {
  readonly platformFields: readonly string[];
  /** The clauses it draws lines from, as `article/confirm-by`. */
  readonly clauses: readonly string[];
  /** The subject itself expires. */
  readonly expires: boolean;
  /** How long after its line a stage begins, negative before it; a stage that follows from no line is missing. */
  readonly begins: ReadonlyMap<string, Duration>;
}

type Firing = Extract<Verdict, { is: 'firing' }>;

const fields = {
  rts_sla_time: true,
  tts_sla_time: true,
  delivery_sla_time: true,
  shipping_due_time: true,
  collection_due_time: true,
  delivery_due_time: true,
  pick_up_cut_off_time: true,
  delivery_option_required_delivery_time: true,
  fast_dispatch_sla_time: true,
  cancel_order_sla_time: true,
} satisfies Record<PlatformField, true>;

const line = now;
const start = before(line, days(15));
const markets = new Set(['BR', ...article.clauses.flatMap((clause: Clause) => clause.markets ?? [])]);

// No stage is shorter than six hours, so none is missed in steps of three.
const moments = Array.from({ length: 8 * 80 }, (_, step) => after(before(line, days(40)), hours(3 * step)));
// In the last day of a clock of three days, and when every clock is over.
const late = [after(start, hours(60)), after(line, days(40))];
const underDefault = [
  ...moments.map((at) => aSetting('GB', at, { attests: attestations })),
  ...[...markets].map((market) => aSetting(market, after(line, days(40)), { attests: attestations })),
];
const underOthers = (['CROSS_BORDER', 'LOCAL'] as const).flatMap((sellerType) =>
  [...markets].flatMap((market) =>
    late.map((at) => aSetting(market, at, { sellerType, packs: packs.map(({ id }) => id) })),
  ),
);

const states: readonly Partial<Order>[] = orderStatuses.flatMap((status) => [
  { status },
  { status, confirmedAt: start },
  { status, confirmedAt: start, collectedAt: start },
]);
const orders = [
  ...states.flatMap((state) =>
    [{}, ...Object.keys(fields).map((field) => ({ [field]: line }))].map((platform) => ({ ...state, platform })),
  ),
  ...states.map((state) => ({ ...state, shipping: 'seller' as const })),
  { buyerAskedToCancel: true, cancelRequestedAt: start },
].map((changes) => subject(anOrder({ createdAt: start, ...changes })));

const subjects: { readonly [Kind in SubjectKind]: readonly Subjects[Kind][] } = {
  order: orders,
  credential: [
    aCredential({ expiresAt: line }),
    aCredential({ expiresAt: undefined, issuedAt: before(line, days(90)) }),
  ],
  shop: [{ pull: 'refused', watermark: start }],
  incident: [],
};

const known = new Map<string, Answers>();

export function ask(id: string): Answers {
  const answers = known.get(id) ?? answersOf(id);
  known.set(id, answers);
  return answers;
}

function answersOf(id: string): Answers {
  const own = firingsUnder(id, underDefault);
  const firings = clausesOf(own).length > 0 ? own : [...own, ...firingsUnder(id, underOthers)];
  const deadlines = firings.flatMap(({ deadline }) => deadline ?? []);
  return {
    platformFields: unique(deadlines.flatMap(({ source }) => (source.kind === 'platform' ? source.field : []))),
    clauses: clausesOf(firings),
    expires: deadlines.some(({ source }) => source.kind === 'credential'),
    begins: new Map(
      firings.flatMap(({ stage, since, deadline }) => (deadline ? [[stage, (since - deadline.at) as Duration]] : [])),
    ),
  };
}

function clausesOf(firings: readonly Firing[]): readonly string[] {
  const sources = firings.flatMap(({ deadline }) => deadline?.source ?? []);
  return unique(sources.flatMap((source) => (source.kind === 'clause' ? `${source.pack}/${source.clause}` : [])));
}

function firingsUnder(id: string, settings: readonly Setting[]): readonly Firing[] {
  const firingsOf = <Kind extends SubjectKind>(
    known: readonly Check<Kind>[],
    all: readonly Subjects[Kind][],
  ): readonly Firing[] =>
    known
      .filter((check) => check.id === id)
      .flatMap((check) => all.flatMap((each) => settings.map((setting) => check.judge(each, setting))))
      .filter((verdict) => verdict.is === 'firing');
  return [
    ...firingsOf(checks.order, subjects.order),
    ...firingsOf(checks.credential, subjects.credential),
    ...firingsOf(checks.shop, subjects.shop),
  ];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)].toSorted();
}
