import CliTable from 'cli-table3';
import { Option, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoChannelStates } from '../../shared/adapters/dynamo/channel-states.ts';
import { age, earlierOf, iso, type Instant } from '../../shared/domain/time.ts';
import { en } from '../../shared/messages/en.ts';
import { plain } from '../../shared/messages/plain.ts';
import { deadLetterQueues, holdDeadLetters, drop, putBack, sendAgain } from './dead-letters.ts';
import type { DeadLetter, DeadLetterQueue, Queues } from './dead-letters.ts';
import { runningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';
import { whileWaiting } from './while-waiting.ts';

interface RedriveOptions {
  readonly queue?: DeadLetterQueue;
  readonly shop?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Dead letters that lie there for the same reason. */
interface Heap extends Pick<DeadLetter, 'queue' | 'shop' | 'channel' | 'because'> {
  readonly count: number;
  readonly since: Instant;
}

/** `tidewatch redrive`: what lies among the dead letters, and back with it to where it is worked on. */
export function addRedrive(program: Command): void {
  onStack(program.command('redrive'))
    .description('Shows what was put aside and sends it again; channels of notices that it sends are opened.')
    .addOption(new Option('--queue <name>', 'of one queue alone').choices(deadLetterQueues))
    .option('--shop <id>', 'of one shop alone')
    .option('--dry-run', 'show it and leave it there', false)
    .option('--json', 'print one JSON document', false)
    .action((options: RedriveOptions) => redrive(options));
}

async function redrive({ queue, shop, dryRun, json }: RedriveOptions): Promise<void> {
  const { table, sqs, queues: urls } = await runningStack();
  const queues: Queues = { sqs, urls };
  const held: DeadLetter[] = [];
  for (const name of queue ? [queue] : deadLetterQueues)
    held.push(...(await whileWaiting(`emptying ${name}`, holdDeadLetters(name, queues))));
  const meant = held.filter((letter) => shop === undefined || letter.shop === shop);
  if (!json) console.log(heapText(heapsOf(meant)));
  for (const letter of held) if (dryRun || !meant.includes(letter)) await putBack(letter, queues);
  const moved = dryRun ? 0 : await sendAll(meant, new DynamoChannelStates(table), queues);
  if (json) console.log(JSON.stringify({ moved, deadLetters: heapsOf(meant).map(documentOf) }));
  else if (moved > 0) console.log(`${moved} sent again.`);
  sqs.destroy();
}

/** The channels first: a closed one would refuse its notice at once. Answers how many were sent. */
async function sendAll(letters: readonly DeadLetter[], states: DynamoChannelStates, queues: Queues): Promise<number> {
  for (const { shop, channel } of heapsOf(letters)) {
    if (shop !== undefined && channel !== undefined) await states.enable(shop, channel);
  }
  const sent = new Set<string>();
  for (const letter of letters) {
    const body = letter.message.Body ?? '';
    // What was put aside twice, by a function that died before it could delete it, goes out once.
    if (sent.has(body)) await drop(letter, queues);
    else await sendAgain(letter, queues);
    sent.add(body);
  }
  return sent.size;
}

function heapsOf(letters: readonly DeadLetter[]): readonly Heap[] {
  const heaps = new Map<string, Heap>();
  for (const { queue, shop, channel, because, since } of letters) {
    const key = JSON.stringify([queue, shop, channel, because]);
    const heap = heaps.get(key);
    const reason = { queue, ...texts({ shop, channel, because }) };
    heaps.set(key, { ...reason, count: (heap?.count ?? 0) + 1, since: earlierOf(heap?.since ?? since, since) });
  }
  return [...heaps.values()];
}

function texts(named: Readonly<Record<'shop' | 'channel' | 'because', string | undefined>>): Partial<Heap> {
  return Object.fromEntries(Object.entries(named).filter(([, text]) => text !== undefined));
}

function documentOf({ since, ...heap }: Heap) {
  return { ...heap, since: iso(since) };
}

function heapText(heaps: readonly Heap[]): string {
  if (heaps.length === 0) return 'Nothing lies among the dead letters.';
  const head = ['Queue', 'Shop', 'Channel', 'Messages', 'Oldest', 'Why'];
  const table = new CliTable({
    head,
    wordWrap: true,
    colWidths: [null, null, null, null, null, 60],
    style: { head: [], border: [] },
  });
  for (const { queue, shop = '?', channel = '–', because, count, since } of heaps) {
    const oldest = en.duration(age(since, systemClock.wall()));
    table.push([
      queue,
      plain(shop, 40),
      plain(channel, 40),
      count,
      oldest,
      plain(because ?? 'every try failed; see its log', 300),
    ]);
  }
  return table.toString();
}
