import type { DisabledChannel } from '../../domain/channel-state.ts';
import { instant } from '../../domain/time.ts';
import type { ChannelStates } from '../../ports/records.ts';
import { deleteAll, putAll } from './batch.ts';
import type { Table } from './client.ts';
import type { Item } from './item.ts';
import { keyAttributes, keyOf, readNumber, readText } from './item.ts';
import { recordPartition } from './keys.ts';
import { readPartition } from './query.ts';

/** One item for each channel that is disabled; it stays until a message gets through or a person enables it. */
export class DynamoChannelStates implements ChannelStates {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  async list(shop: string): Promise<readonly DisabledChannel[]> {
    return (await readPartition(this.#table, recordPartition('channel', shop))).map(decodeState);
  }

  async disable(shop: string, { channel, since, because, triedAt, isTried }: DisabledChannel): Promise<void> {
    const item = {
      ...keyAttributes({ pk: recordPartition('channel', shop), sk: channel }),
      since: { N: String(since) },
      because: { S: because },
      triedAt: { N: String(triedAt) },
      ...(isTried && { isTried: { BOOL: true } }),
    };
    await putAll(this.#table, [item]);
  }

  async enable(shop: string, channel: string): Promise<void> {
    await deleteAll(this.#table, [{ pk: recordPartition('channel', shop), sk: channel }]);
  }
}

function decodeState(item: Item): DisabledChannel {
  return {
    channel: keyOf(item).sk,
    since: instant(readNumber(item, 'since')),
    because: readText(item, 'because'),
    triedAt: instant(readNumber(item, 'triedAt')),
    ...(item['isTried']?.BOOL && { isTried: true as const }),
  };
}
