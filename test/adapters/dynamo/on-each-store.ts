import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Table } from '../../../shared/adapters/dynamo/client.ts';
import type { DynamoEngine } from '../../support/dynamo-engine.ts';
import { nativeBinary, startDynamo } from '../../support/dynamo-engine.ts';

/** How a port is made over nothing at all and over an empty table. */
export interface Makers<Port> {
  fake(): Port;
  real(table: Table): Port;
}

/** Runs one suite against the fake and against both engines, so that what holds for one holds for all. */
export function describeOnEachStore<Port>(
  name: string,
  makers: Makers<Port>,
  suite: (fresh: () => Promise<Port>) => void,
): void {
  describe(`${name} (fake)`, () => {
    suite(() => Promise.resolve(makers.fake()));
  });
  describeOnEachEngine(name, (table) => {
    suite(async () => makers.real(await table()));
  });
}

/** Runs a suite against both engines; each call of `table` gives an empty one. */
export function describeOnEachEngine(name: string, suite: (table: DynamoEngine['table']) => void): void {
  for (const kind of ['native', 'plain'] as const) {
    describe.skipIf(kind === 'native' && !existsSync(nativeBinary))(`${name} (${kind} engine)`, () => {
      let engine: DynamoEngine;
      beforeAll(async () => {
        engine = await startDynamo(kind);
      });
      afterAll(() => engine.stop());
      suite((clock) => engine.table(clock));
    });
  }
}
