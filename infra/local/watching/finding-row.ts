import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import { stageOf } from '../../../shared/checks/check.ts';
import { checkCards } from '../../../shared/checks/registry.ts';
import { riskOf } from '../../../shared/checks/risk-of.ts';
import type { Finding, Subject } from '../../../shared/domain/finding.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { byMoney, type Sum } from '../../../shared/domain/risk.ts';
import { ruleBehind } from '../../../shared/domain/rule-behind.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { iso } from '../../../shared/domain/time.ts';
import type { DeadlineSource, Severity } from '../../../shared/domain/verdict.ts';
import { policy, ruleNamed } from '../../../shared/policies/registry.ts';
import { liveFindings, liveFindingsIn, type KeptFindings, type LiveFinding } from './live-findings.ts';

/** One finding of a round. Part of the same interface as the round. */
export interface FindingRow {
  readonly shop: string;
  readonly check: string;
  readonly stage: string;
  readonly severity: Severity;
  readonly state: Finding['state'];
  readonly subject: Subject;
  readonly order: string | null;
  readonly since: string;
  readonly deadline: string | null;
  readonly deadlineSource: string | null;
  /** The clause or limit it rests on; null where none does, or where it is no longer in its pack. */
  readonly rule: RuleRow | null;
  /** What is lost if nobody acts, where a penalty is known. */
  readonly risk: Sum | null;
  readonly inhibitedBy: string | null;
}

export interface RuleRow {
  readonly pack: string;
  readonly clause: string;
  readonly source: string;
  /** Dates on the market's wall clock; null = as far back as is known, until further notice. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Of everything that is not resolved, silenced and acknowledged findings included. */
export async function findingsOf(shop: Shop, table: Table): Promise<readonly FindingRow[]> {
  return (await liveFindings(shop, table)).map(rowOf);
}

/** The same, wherever they are stored. */
export async function findingsIn(shop: Shop, kept: KeptFindings): Promise<readonly FindingRow[]> {
  return (await liveFindingsIn(shop, kept)).map(rowOf);
}

export function rowOf({ shop, subject, finding, watched, inhibitedBy }: LiveFinding): FindingRow {
  const card = checkCards.find((check) => check.id === finding.check);
  return {
    shop: shop.id,
    check: finding.check,
    stage: finding.stage,
    severity: (card && stageOf(card, finding.stage)?.severity) ?? 'warning',
    state: finding.state,
    subject,
    order: subject.kind === 'order' ? subject.id : null,
    since: iso(finding.since),
    deadline: finding.deadline ? iso(finding.deadline.at) : null,
    deadlineSource: finding.deadline ? sourceName(finding.deadline.source) : null,
    rule: ruleRow(finding),
    risk: watched ? riskRow(finding, watched.order, shop) : null,
    inhibitedBy: inhibitedBy ?? null,
  };
}

/** `rts_sla_time` for the platform's own field, `article/confirm-by` for a clause of a pack. */
function sourceName(source: DeadlineSource): string {
  switch (source.kind) {
    case 'platform':
      return source.field;
    case 'clause':
      return `${source.pack}/${source.clause}`;
    case 'credential':
    case 'extension':
      return source.kind;
  }
}

function ruleRow(finding: Finding): RuleRow | null {
  const name = ruleBehind(finding);
  const rule = name && ruleNamed(name.pack, name.clause);
  return name && rule ? { ...name, source: rule.source, from: rule.from ?? null, to: rule.to ?? null } : null;
}

function riskRow(finding: Finding, order: Order, shop: Shop): Sum | null {
  const risk = riskOf(finding, order, { shop, policy });
  return risk ? { amount: risk.amount, currency: risk.currency } : null;
}

/** By the line itself, then what costs most. */
export function byLine(a: FindingRow, b: FindingRow): number {
  const line = (row: FindingRow): string => row.deadline ?? row.since;
  if (line(a) !== line(b)) return line(a) < line(b) ? -1 : 1;
  return byMoney(a.risk ?? undefined, b.risk ?? undefined);
}
