import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../../shared/adapters/dynamo/cases.ts';
import type { RemedyCase } from '../../shared/domain/remedy-case.ts';
import { before, hours } from '../../shared/domain/time.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { aShop } from '../support/a-shop.ts';
import { aRunningStack, type RunningStack } from './a-running-stack.ts';
import { runTidewatch } from './run-tidewatch.ts';

const shop = aShop();
const folder = workFolder();
const ago = (count: number) => before(systemClock.world(), hours(count));
let stack: RunningStack;

beforeAll(async () => {
  stack = await aRunningStack(folder.path, []);
});
afterAll(async () => {
  await stack.stop();
  folder.remove();
});

function aCase(order: string, changes: Partial<RemedyCase> = {}): RemedyCase {
  const request = `${shop.id}#r#supplement-tracking#Evri`;
  return { remedy: 'supplement-tracking', key: `trace-silent/${order}#1`, request, order, askedAt: ago(5), ...changes };
}

it('says so while nothing has been asked for', async () => {
  const { status, stdout } = await runTidewatch(folder.path, 'remedies');
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'Nothing has been asked for.\n' });
});

it('lists the overdue first, with what somebody noted; one state alone where that is asked', async () => {
  await new DynamoCases(stack.table).put(shop.id, [
    aCase('1', { end: { is: 'verified', at: ago(1) } }),
    aCase('2'),
    aCase('3', { askedAt: ago(50) }),
    aCase('4'),
  ]);
  const finding = { check: 'trace-silent', subject: { kind: 'order', id: '4' }, episode: 1 } as const;
  const ticket = '\u001B[31mT-9\u202E';
  await new DynamoActs(stack.table).record(shop.id, {
    id: 'a',
    at: ago(1),
    via: 'email:en',
    kind: 'filed',
    finding,
    ticket,
  });
  const { stdout } = await runTidewatch(folder.path, 'remedies');
  const rows = stdout.split('\n').flatMap((line) => line.match(/overdue|waiting|answered|verified/) ?? []);
  expect(rows).toEqual(['overdue', 'waiting', 'answered', 'verified']);
  expect(stdout).toContain('T-9');
  expect(stdout).not.toContain('\u001B[31mT');
  const json = await runTidewatch(folder.path, 'remedies', '--json', '--state', 'overdue');
  expect(JSON.parse(json.stdout)).toMatchObject({ shop: shop.id, remedies: [{ order: '3', state: 'overdue' }] });
});

it('a state that does not exist is mistyped', async () => {
  const { status, stderr } = await runTidewatch(folder.path, 'remedies', '--state', 'lost');
  expect(status).toBe(2);
  expect(stderr).toContain('overdue, failed, waiting, answered, verified, closed');
});
