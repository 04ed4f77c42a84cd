import type { Check, Setting, Subjects } from '../../shared/checks/check.ts';
import { checks } from '../../shared/checks/registry.ts';
import { orderStatuses, type PlatformField } from '../../shared/domain/order.ts';
import { after, age, before, days, hours, instant, type Instant } from '../../shared/domain/time.ts';
import type { DeadlineSource, SubjectKind, Verdict } from '../../shared/domain/verdict.ts';
import { packs, policy } from '../../shared/policies/registry.ts';
import { aCredential } from '../support/a-shop.ts';
import { anOrder } from '../support/an-order.ts';
import { now } from '../support/moments.ts';

/** What a check's own code says when it is asked about one subject after the other: nothing here is written down. */
export interface Answers {
  readonly platformFields: readonly string[];
  /** Ids of the clauses of the default pack it draws lines from. */
  readonly clauses: readonly string[];
  readonly ownExpiry: boolean;
  /** Hours from the line at which a stage begins; a stage without one does not follow from a line. */
  readonly offsets: ReadonlyMap<string, number>;
}

type Firing = Extract<Verdict, { is: 'firing' }>;

const fields = Object.keys({
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
} satisfies Record<PlatformField, true>);

const markets = [...new Set(packs.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.markets ?? [])), 'BR')];
const moments = Array.from({ length: 24 * 40 }, (_, hour) => after(before(now, days(20)), hours(hour)));
const [created, line] = [before(now, days(15)), now];

const orders: readonly Subjects['order'][] = orderStatuses
  .flatMap((status) => [{ status }, { status, confirmedAt: created }, { status, confirmedAt: created, collectedAt: created }])
  .flatMap((state) => [{}, ...fields.map((field) => ({ [field]: line }))].map((platform) => ({ ...state, platform })))
  .map((changes) => anOrder({ createdAt: created, ...changes }))
  .map((order) => ({ order, trace: { scans: [] }, traceRead: true }));

const subjects: { readonly [Kind in SubjectKind]: readonly Subjects[Kind][] } = {
  order: orders,
  credential: [aCredential({ expiresAt: line })],
  shop: [{ pull: 'refused', watermark: created }],
};

export function ask(id: string): Answers {
  const firings = [
    ...checks.order.filter((check) => check.id === id).flatMap((check) => firingsOf(check, subjects.order)),
    ...checks.credential.filter((check) => check.id === id).flatMap((check) => firingsOf(check, subjects.credential)),
    ...checks.shop.filter((check) => check.id === id).flatMap((check) => firingsOf(check, subjects.shop)),
  ];
  const sources = firings.flatMap(({ deadline }) => deadline?.source ?? []);
  return {
    platformFields: unique(sources.flatMap((source) => (source.kind === 'platform' ? source.field : []))),
    clauses: unique(sources.flatMap((source) => (source.kind === 'clause' ? source.clause : []))),
    ownExpiry: sources.some(({ kind }) => kind === 'credential'),
    offsets: new Map(firings.flatMap(({ stage, since, deadline }) => (deadline ? [[stage, inHours(deadline.at, since)]] : []))),
  };
}

function firingsOf<Kind extends SubjectKind>(check: Check<Kind>, all: readonly Subjects[Kind][]): readonly Firing[] {
  const settings = markets.flatMap((market) => moments.map((at) => settingOf(market, at)));
  return all.flatMap((subject) =>
    settings.map((setting) => check.judge(subject, setting)).filter((verdict) => verdict.is === 'firing'),
  );
}

function settingOf(market: string, at: Instant): Setting {
  return { now: at, shop: { market, sellerType: 'CROSS_BORDER', packs: ['article'] }, policy };
}
