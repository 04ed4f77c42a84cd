import { describe, expect, it } from 'vitest';
import { destroyStack, type DestroyRequest } from '../../../infra/cli/destroy/destroy-stack.ts';
import { isTableOf, type Leftovers, type StoredTable } from '../../../infra/cli/destroy/leftovers.ts';
import { stageNames } from '../../../infra/cli/stage-names.ts';
import { CrashPlan, underPlan } from '../../support/crash-plan.ts';

/** An account with a stack, its table and its secrets, in which any call may be the last. */
class FakeAccount implements Leftovers {
  readonly plan = new CrashPlan();
  readonly done: string[] = [];
  stack = true;
  stored: readonly StoredTable[] = [{ name: 'Tidewatch-TableCD117FA1-1A2B', bytes: 2_000_000_000 }];
  secrets: readonly string[] = ['/tidewatch/apps/6a7b8c9d0e', '/tidewatch/links/2026-q4'];

  readonly cdk = {
    synthesize: () => Promise.resolve({ reserved: 10 }),
    destroy: () =>
      this.#do('destroy', () => {
        this.stack = false;
      }),
  };

  tables(): Promise<readonly StoredTable[]> {
    return underPlan(this.plan, 'tables', () => this.stored);
  }

  parameters(): Promise<readonly string[]> {
    return underPlan(this.plan, 'parameters', () => this.secrets);
  }

  deleteTable(name: string): Promise<void> {
    return this.#do('deleteTable', () => {
      this.stored = this.stored.filter((table) => table.name !== name);
    });
  }

  deleteParameters(names: readonly string[]): Promise<void> {
    return this.#do('deleteParameters', () => {
      this.secrets = this.secrets.filter((secret) => !names.includes(secret));
    });
  }

  #do(call: string, act: () => void): Promise<void> {
    return underPlan(this.plan, call, () => {
      this.done.push(call);
      act();
    });
  }
}

async function destroyed(account: FakeAccount, changes: Partial<DestroyRequest> = {}, types = 'Tidewatch') {
  const said: string[] = [];
  const left = await destroyStack(
    { names: stageNames(undefined), deleteData: false, ...changes },
    {
      cdk: account.cdk,
      leftovers: account,
      confirm: (_, word) => Promise.resolve(types === word),
      say: (text) => said.push(text),
    },
  );
  return { said: said.join('\n'), left };
}

describe('taking the stack away', () => {
  it('keeps the data, and says what stays, what it costs, and how it goes', async () => {
    const account = new FakeAccount();
    const { said, left } = await destroyed(account);
    expect(account.done).toEqual(['destroy']);
    expect(said).toContain('the table Tidewatch-TableCD117FA1-1A2B: 2,000 MB when last counted, about $0.90 a month');
    expect(said).toContain('2 secrets in SSM, which cost nothing');
    expect(said).toContain('npm run destroy -- --delete-data');
    expect(left).toEqual({ stack: 'Tidewatch', tables: account.stored, secrets: 2 });
  });

  it('deletes the data when told to, once nothing writes any more', async () => {
    const account = new FakeAccount();
    const { said, left } = await destroyed(account, { deleteData: true });
    expect(said).toContain('Tidewatch is gone, and nothing of it is left.');
    expect(left).toEqual({ stack: 'Tidewatch', tables: [], secrets: 0 });
    expect(account.done).toEqual(['destroy', 'deleteTable', 'deleteParameters']);
  });

  it('touches nothing when another name is typed', async () => {
    const account = new FakeAccount();
    await expect(destroyed(account, { deleteData: true }, 'tidewatch')).rejects.toThrow('nothing was deleted');
    expect(account.done).toEqual([]);
  });

  it('goes on at a second call, wherever the first one was killed', async () => {
    const unharmed = new FakeAccount();
    await destroyed(unharmed, { deleteData: true });
    expect(unharmed.plan.points).toBeGreaterThan(10);
    for (let point = 1; point <= unharmed.plan.points; point += 1) {
      const account = new FakeAccount();
      account.plan.crashAt(point);
      await expect(destroyed(account, { deleteData: true })).rejects.toThrow('crashed');
      account.plan.revive();
      await destroyed(account, { deleteData: true });
      expect({ point, stack: account.stack, stored: account.stored, secrets: account.secrets }).toEqual({
        point,
        stack: false,
        stored: [],
        secrets: [],
      });
    }
  });
});

it.each([
  ['Tidewatch-TableCD117FA1-1A2B3C', undefined, true],
  ['Tidewatch-test-TableCD117FA1-1A2B3C', undefined, false],
  ['Tidewatch-test-TableCD117FA1-1A2B3C', 'test', true],
  ['Tidewatch-TableCD117FA1-1A2B3C', 'test', false],
  ['MyTidewatch-TableCD117FA1-1A2B3C', undefined, false],
  ['Tidewatch-Tablecloths', undefined, false],
])('tells whose table %s is: of stage %s: %s', (name, stage, isOwn) => {
  expect(isTableOf(name, stageNames(stage))).toBe(isOwn);
});
