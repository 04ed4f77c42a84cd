import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { amended, isFollowUp, keyOf, partOf, restOf } from '../domain/notice-parts.ts';
import { days } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sender, Threads } from '../ports/messaging.ts';
import type { Ledger, LedgerMark } from '../ports/records.ts';

interface ConversePorts {
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** A channel whose messages can be answered and edited. */
interface Talking {
  readonly sender: Sender;
  readonly threads: Threads;
}

/** A message that told of a finding first, and what there is new about it. */
interface Thread {
  readonly mark: LedgerMark & { readonly reference: string; readonly request: NoticeRequest };
  readonly lines: readonly NoticeLine[];
}

/** An order is watched for so long (house rule, 2026); what is news after that stands in a message of its own. */
const life = days(60);

/** Posts go out a second apart, and a function has a minute; further news stand in the message itself. */
const mostThreads = 10;

/**
 * One notice to a channel whose messages can be answered and edited: news about a finding go below the message that
 * told of it first, where what is over is marked so, and the rest is a message of its own. Every post has its own key
 * in the ledger; an edit may be repeated. Answers what the ledger keeps of the message.
 */
export async function converse(
  request: NoticeRequest,
  talking: Talking,
  ports: ConversePorts,
): Promise<Pick<LedgerMark, 'reference' | 'request' | 'life'>> {
  const threads = await threadsOf(request, ports);
  for (const thread of threads) await answer(thread, request, talking.threads, ports);
  const rest = restOf(
    request,
    threads.flatMap(({ lines }) => lines),
  );
  if (!rest) return {};
  const reference = await talking.sender.deliver(rest);
  if (reference === undefined) return {};
  // Before the message's own mark: a process that dies in between posts it again, and these then lead to that one.
  await ports.ledger.mark(
    'told',
    request.shop.id,
    rest.lines.map((line) => pointer(line, request, ports)),
  );
  return { reference, request: rest, life };
}

async function threadsOf(request: NoticeRequest, { ledger }: ConversePorts): Promise<readonly Thread[]> {
  const { shop } = request;
  const followUps = request.lines.filter(isFollowUp);
  const pointers = await ledger.find(
    'told',
    shop.id,
    followUps.map((line) => pointerKey(line, request)),
  );
  const byMessage = Map.groupBy(followUps, (line) => pointers.get(pointerKey(line, request))?.reference);
  const marks = await ledger.find(
    'told',
    shop.id,
    [...byMessage.keys()].filter((key) => key !== undefined && key !== request.id) as readonly string[],
  );
  return [...byMessage]
    .flatMap(([key, lines]): readonly Thread[] => {
      const mark = key === undefined ? undefined : marks.get(key);
      if (mark?.reference === undefined || !mark.request) return [];
      return [{ mark: { ...mark, reference: mark.reference, request: mark.request }, lines }];
    })
    .slice(0, mostThreads);
}

async function answer(
  { mark, lines }: Thread,
  request: NoticeRequest,
  threads: Threads,
  { ledger, clock }: ConversePorts,
): Promise<void> {
  const { shop } = request;
  const key = `${request.id}>${mark.key}`;
  if (!(await ledger.has('told', shop.id, [key])).has(key)) {
    await threads.reply(partOf(request, lines), mark.reference);
    await ledger.mark('told', shop.id, [{ key, at: clock.wall(), life }]);
  }
  const now = amended(mark.request, lines);
  if (now === mark.request) return;
  await threads.edit(now, mark.reference);
  await ledger.mark('told', shop.id, [{ ...mark, request: now, life }]);
}

/** Where a finding's message is to be found. */
function pointer(line: NoticeLine, request: NoticeRequest, { clock }: ConversePorts): LedgerMark {
  return { key: pointerKey(line, request), at: clock.wall(), reference: request.id, life };
}

function pointerKey(line: NoticeLine, { channel }: NoticeRequest): string {
  return `${channel.id}>${keyOf(line)}`;
}
