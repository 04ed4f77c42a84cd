import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackAppReceiver } from '../../infra/local/receivers/slack-app-receiver.ts';
import type { Taken } from '../../infra/local/receivers/receiver.ts';
import { slackAppSender } from '../../shared/channels/slack-app.ts';
import { seconds, type Duration } from '../../shared/domain/time.ts';
import type { NoticeRequest } from '../../shared/domain/notice.ts';
import { amended } from '../../shared/domain/notice-parts.ts';
import { Rejected } from '../../shared/ports/errors.ts';
import type { Threads } from '../../shared/ports/messaging.ts';
import { failureOf } from '../support/failure-of.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeSellerVault } from '../support/fake-seller-vault.ts';
import { noticeNamed } from './notices.ts';
import { Receiver } from './receiver.ts';

const service = new Receiver();
let origin = '';
beforeAll(async () => {
  origin = await service.open();
});
afterAll(() => service.close());

const notice = noticeNamed('sweep', 'en', 'slack-app');

/** Our sender, and a stand-in for Slack as strict as the real one, on a clock that only waiting moves. */
async function aSlack() {
  const clock = new FakeClock();
  const slack = slackAppReceiver();
  const vault = new FakeSellerVault();
  await vault.storeChannelSecret(notice.shop.id, 'slack', slack.secret(origin));
  const kept: Taken[] = [];
  service.answerBy(({ url, headers, body }) => {
    const rest = url.split('/').filter((step) => step !== '');
    const incoming = { name: 'shop', rest, query: new URLSearchParams(), headers, body };
    const { reply, taken } = slack.take({ ...incoming, at: new Date(clock.wall()) });
    if (taken) kept.push(taken);
    return { status: reply.status, body: JSON.stringify(reply.body) };
  });
  const wait = async (length: Duration) => clock.advance(length);
  const sender = slackAppSender({ vault }, wait);
  const { threads } = sender;
  if (!threads) throw new Error('its messages can be answered');
  const deliver = async (request: NoticeRequest) => {
    const reference = await sender.deliver(request);
    await wait(seconds(2));
    return reference ?? '';
  };
  return { kept, deliver, threads };
}

describe('a Slack app', () => {
  it('answers in the thread of its message, one a second', async () => {
    const { kept, deliver, threads } = await aSlack();
    const reference = await deliver(notice);
    for (const _ of [1, 2, 3]) await threads.reply(notice, reference);
    expect(kept).toHaveLength(4);
    expect(kept.slice(1).map(({ answers }) => answers)).toEqual(Array(3).fill(kept[0]?.reference));
  });

  it('edits its message, which then shows what is over', async () => {
    const { kept, deliver, threads } = await aSlack();
    const reference = await deliver(notice);
    const over = notice.lines.map((line) => ({ ...line, transition: 'resolved' as const }));
    await threads.edit(amended(notice, over), reference);
    expect(kept[1]).toMatchObject({ edits: kept[0]?.reference });
    expect(kept[0]?.title).not.toContain('solved');
    expect(kept[1]?.title).toContain('solved');
  });

  const nobody = 'C0LOCAL0001/1.000009';
  const cases: readonly [string, (threads: Threads) => Promise<void>, number][] = [
    ['an answer stands in the conversation', (threads) => threads.reply(notice, nobody), 1],
    ['an edit is left out', (threads) => threads.edit(notice, nobody), 0],
  ];
  it.each(cases)('whose message people removed: %s', async (_, act, shown) => {
    const { kept, threads } = await aSlack();
    await act(threads);
    expect(kept).toHaveLength(shown);
    expect(kept.filter(({ answers, edits }) => answers !== undefined || edits !== undefined)).toEqual([]);
  });

  it.each([
    ['token_revoked', 'credential'],
    ['is_archived', 'credential'],
    ['not_in_channel', 'credential'],
    ['missing_scope', 'credential'],
    ['invalid_blocks', 'request'],
    ['msg_too_long', 'request'],
    ['a_word_nobody_knows', 'request'],
  ])('%s is about the %s', async (error, about) => {
    const { deliver } = await aSlack();
    service.answer({ status: 200, body: JSON.stringify({ ok: false, error }) });
    const failure = await failureOf(deliver(notice));
    expect(failure).toBeInstanceOf(Rejected);
    expect(failure).toMatchObject({ about });
  });
});
