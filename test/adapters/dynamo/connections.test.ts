import { expect, it } from 'vitest';
import { DynamoConnections } from '../../../shared/adapters/dynamo/connections.ts';
import { connectLife, type Connection } from '../../../shared/domain/connection.ts';
import { after, days, minutes, type Duration } from '../../../shared/domain/time.ts';
import type { Connections } from '../../../shared/ports/connections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { FakeConnections } from '../../support/fake-connections.ts';
import { now } from '../../support/moments.ts';
import { describeOnEachEngine, describeOnEachStore } from './on-each-store.ts';

const connection: Connection = {
  app: 'app',
  nonce: 'nonce',
  expiresAt: after(now, connectLife),
  settings: { recipients: [{ address: 'owner@example.com', locale: 'zh-CN' }], locale: 'zh-CN', zone: 'Asia/Shanghai' },
};

interface Opening extends Connections {
  open(one: Connection): Promise<void> | void;
}

describeOnEachStore<Opening>(
  'a consent link',
  { fake: () => new FakeConnections(), real: (table) => new DynamoConnections(table) },
  (fresh) => {
    it('is read as it was opened, by app and nonce', async () => {
      const connections = await fresh();
      await connections.open(connection);
      expect(await connections.read(connection)).toEqual(connection);
      expect(await connections.read({ app: 'other', nonce: 'nonce' })).toBeUndefined();
      expect(await connections.read({ app: 'app', nonce: 'other' })).toBeUndefined();
    });

    it('is worked on by one at a time, until that one has said what became of it or its time is up', async () => {
      const connections = await fresh();
      await connections.open(connection);
      const acquire = (holder: string, wait: Duration = minutes(0)): Promise<boolean> =>
        connections.acquire(connection, holder, after(now, wait), after(now, (wait + minutes(1)) as Duration));
      expect([await acquire('one'), await acquire('two')]).toEqual([true, false]);
      expect(await acquire('two', minutes(1))).toBe(true);
      await connections.noteTrouble(connection, { is: 'unreachable' });
      expect(await acquire('three')).toBe(true);
    });

    it('keeps who consented, what stands in the way, and what became of it', async () => {
      const connections = await fresh();
      await connections.open(connection);
      await connections.noteSeller(connection, '701');
      await connections.noteTrouble(connection, { is: 'scopes-missing', scopes: ['Logistics Basic'] });
      expect(await connections.read(connection)).toMatchObject({
        openId: '701',
        trouble: { is: 'scopes-missing', scopes: ['Logistics Basic'] },
      });
      const shops = [{ id: '7', name: 'Harbour Lane', market: 'GB', is: 'unfit', because: 'market' }] as const;
      await connections.end(connection, { is: 'connected', shops });
      expect(await connections.read(connection)).toMatchObject({ end: { is: 'connected', shops } });
    });
  },
);

describeOnEachEngine('the table', (open) => {
  it('forgets a link after a day', async () => {
    const clock = new FakeClock(now);
    const connections = new DynamoConnections(await open(clock));
    await connections.open(connection);
    clock.advance(days(2));
    expect(await connections.read(connection)).toBeUndefined();
  });
});
