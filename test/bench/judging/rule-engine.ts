import { Engine, type RuleProperties } from 'json-rules-engine';
import type { OrderSubject } from '../../../shared/checks/check.ts';
import { clocksApply } from '../../../shared/checks/clocks-apply.ts';
import { isCollected, isConfirmed, isInTransit, lastMoved } from '../../../shared/domain/order.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import { lineOf } from '../../../shared/policies/line.ts';

// The peer of `npm run bench`: four of the clocks (United Kingdom, pack `article`), written as rules for
// json-rules-engine. It is given the same order with its lines already drawn, so it has less to do than the checks.

const hour = 3_600_000;

/** A stage holds while its beginning has passed and that of the next one has not. */
function stage(id: string, applies: string, line: string, from: number, to?: number): RuleProperties {
  const passed = { fact: 'past', params: { line, by: from * hour }, operator: 'equal', value: true };
  const next = { fact: 'past', params: { line, by: (to ?? 0) * hour }, operator: 'equal', value: false };
  return {
    event: { type: id },
    conditions: {
      all: [{ fact: applies, operator: 'equal', value: true }, passed, ...(to === undefined ? [] : [next])],
    },
  };
}

const rules: readonly RuleProperties[] = [
  stage('confirm-due-soon', 'awaitsConfirmation', 'confirmLine', -12, 0),
  stage('confirm-overdue', 'awaitsConfirmation', 'confirmLine', 0),
  stage('pickup-due-soon', 'awaitsPickup', 'pickupLine', -24, 0),
  stage('pickup-overdue', 'awaitsPickup', 'pickupLine', 0),
  stage('trace-gap-48', 'isMoving', 'silenceLine', -24, 0),
  stage('tracking-stale', 'isMoving', 'silenceLine', 0),
  stage('delivery-due-soon', 'awaitsDelivery', 'deliveryLine', -24, 0),
  stage('delivery-overdue', 'awaitsDelivery', 'deliveryLine', 0, 24),
  stage('delivery-late-counted', 'awaitsDelivery', 'deliveryLine', 24),
];

export function ruleEngine(): Engine {
  const engine = new Engine([...rules], { allowUndefinedFacts: true });
  engine.addFact('past', async (params, almanac) => {
    const [now, line] = await Promise.all([almanac.factValue<number>('now'), almanac.factValue(params['line'])]);
    return typeof line === 'number' && now > line + Number(params['by']);
  });
  return engine;
}

/** What the engine is told of one order. */
export function factsOf({ order, trace }: OrderSubject, now: Instant): Record<string, unknown> {
  const applies = clocksApply(order) && order.status !== 'unrecognised';
  const { rts_sla_time, tts_sla_time, delivery_sla_time } = order.platform;
  const moved = lastMoved(order, trace);
  return {
    now,
    awaitsConfirmation: applies && !isConfirmed(order),
    awaitsPickup: applies && isConfirmed(order) && !isCollected(order),
    isMoving: applies && isInTransit(order),
    awaitsDelivery: applies,
    confirmLine: rts_sla_time ?? order.createdAt + 24 * hour,
    pickupLine: tts_sla_time ?? (order.confirmedAt === undefined ? undefined : order.confirmedAt + 48 * hour),
    silenceLine: moved === undefined ? undefined : moved + 72 * hour,
    deliveryLine: delivery_sla_time ?? lineOf({ form: 'calendar-days', days: 5 }, order.createdAt, 'GB'),
  };
}
