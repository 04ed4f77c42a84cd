import { InvalidArgumentError } from 'commander';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { DynamoChannelStates } from '../../../shared/adapters/dynamo/channel-states.ts';
import { DynamoHints } from '../../../shared/adapters/dynamo/hints.ts';
import { DynamoQuarantine } from '../../../shared/adapters/dynamo/quarantine.ts';
import { DynamoRunLog } from '../../../shared/adapters/dynamo/run-log.ts';
import { DynamoSellers } from '../../../shared/adapters/dynamo/sellers.ts';
import { DynamoShops } from '../../../shared/adapters/dynamo/shops.ts';
import { DynamoWatches } from '../../../shared/adapters/dynamo/watches.ts';
import { openMarketplaces } from '../../../shared/adapters/tiktok-shop/marketplaces.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import type { Sellers } from '../../../shared/ports/credentials.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import { addressOf } from '../../local/local-file.ts';
import { deadLetterQueues, holdDeadLetters, putBack } from '../dead-letters.ts';
import { SesAccount } from '../mail-account.ts';
import { readGauges } from '../queue-gauges.ts';
import { readSkew } from '../read-skew.ts';
import type { RunningStack } from '../running-stack.ts';
import { canPostTo, heardAt } from '../webhooks.ts';
import type { Patient } from './patient.ts';

/** Everything of a running stack that is examined; of one shop alone where one is named. */
export async function openPatient(stack: RunningStack, asked: string | undefined): Promise<Patient> {
  const { table, sqs, vault, queues, mailFrom } = stack;
  return {
    now: systemClock.world(),
    ...(await readShops(new DynamoShops(table, knownToShops), asked)),
    sellers: new DynamoSellers(table),
    vault,
    watches: new DynamoWatches(table),
    runs: new DynamoRunLog(table),
    quarantine: new DynamoQuarantine(table),
    channelStates: new DynamoChannelStates(table),
    webhooks: webhooksOf(stack),
    mail: new SesAccount(stack.ses),
    ...(mailFrom !== undefined && { mailFrom }),
    gauges: () => readGauges(sqs, queues),
    deadLetters: () => lookAtLetters({ sqs, urls: queues }),
    clocks: stack.clocks.map(({ name, url }) => ({ name, ahead: () => readSkew(url) })),
  };
}

function webhooksOf({ table, vault, tiktok, functionUrls }: RunningStack): Patient['webhooks'] {
  const hints = new DynamoHints(table);
  const known = new DynamoSellers(table);
  const sellers: Sellers = {
    read: (seller) => known.read(seller),
    acquireRefresh: () => Promise.reject(new Transient('the access token ended; the next sweep renews it')),
    recordRefresh: (_, holder) => Promise.reject(new Error(`${holder} renews no token`)),
  };
  return {
    address(shop) {
      const base = addressOf({ functionUrls }, 'Webhooks');
      return canPostTo(base, tiktok) ? heardAt(base, shop) : undefined;
    },
    async registered(shop) {
      const opened = openMarketplaces({ ...tiktok, vault, sellers, clock: systemClock, holder: 'doctor' });
      try {
        return await opened.subscriptions(shop, systemClock.world()).list();
      } finally {
        await opened.close();
      }
    },
    lastHeard: ({ id }) => hints.lastAt(id),
  };
}

async function readShops(
  shops: DynamoShops,
  asked: string | undefined,
): Promise<Pick<Patient, 'shops' | 'unreadable'>> {
  const listed = await shops.list();
  if (asked !== undefined && !listed.includes(asked))
    throw new InvalidArgumentError(`no shop ${asked} is watched here; watched are ${listed.join(', ')}`);
  const read: Shop[] = [];
  const unreadable: { shop: string; because: string }[] = [];
  for (const id of asked === undefined ? listed : [asked]) {
    try {
      const shop = await shops.read(id);
      if (shop) read.push(shop);
    } catch (error) {
      // One that was written by hand and wrongly is a finding, and the others are examined all the same.
      unreadable.push({ shop: id, because: error instanceof Error ? error.message : 'unknown' });
    }
  }
  return { shops: read, unreadable };
}

async function lookAtLetters(queues: Parameters<typeof holdDeadLetters>[1]): ReturnType<Patient['deadLetters']> {
  const held = (await Promise.all(deadLetterQueues.map((queue) => holdDeadLetters(queue, queues)))).flat();
  await Promise.all(held.map((letter) => putBack(letter, queues)));
  return held;
}
