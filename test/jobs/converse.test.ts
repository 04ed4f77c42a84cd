import { describe, expect, it } from 'vitest';
import type { NoticeLine, NoticeRequest } from '../../shared/domain/notice.ts';
import { isDigest, type NotifyRequest } from '../../shared/domain/digest.ts';
import { notify } from '../../shared/jobs/notify.ts';
import { Transient } from '../../shared/ports/errors.ts';
import type { Sender } from '../../shared/ports/messaging.ts';
import { aDailyDigest } from '../support/a-digest.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';
import { Crash, CrashPlan, underPlan } from '../support/crash-plan.ts';
import { FakeActs } from '../support/fake-acts.ts';
import { FakeLinks } from '../support/fake-links.ts';
import { FakeChannelStates } from '../support/fake-channel-states.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakeLedger } from '../support/fake-ledger.ts';

/** A conversation: its messages in order, as `post 1,2`, `reply m1 2`, and as they read now. */
function aConversation() {
  const plan = new CrashPlan();
  const said: string[] = [];
  const shown = new Map<string, string>();
  const sender: Sender = {
    kind: 'slack-app',
    deliver: (request: NotifyRequest) =>
      underPlan(plan, 'sender.deliver', () => {
        const reference = `m${shown.size + 1}`;
        const text = isDigest(request) ? 'a digest' : textOf(request);
        said.push(`post ${text}`);
        shown.set(reference, text);
        return reference;
      }),
    threads: {
      reply: (notice, reference) =>
        underPlan(plan, 'sender.reply', () => {
          said.push(`reply ${reference} ${textOf(notice)}`);
        }),
      edit: (notice, reference) =>
        underPlan(plan, 'sender.edit', () => {
          shown.set(reference, textOf(notice));
        }),
    },
  };
  const ledger = new FakeLedger(plan);
  const clock = new FakeClock();
  const rest = { acts: new FakeActs(plan), links: new FakeLinks(clock, plan), clock };
  const ports = { ledger, channelStates: new FakeChannelStates(plan), senders: [sender], ...rest };
  return {
    plan,
    said,
    shown,
    ports,
    tell: (run: string, ...lines: readonly NoticeLine[]) => notify(noticeOf(run, lines), ports),
  };
}

function noticeOf(run: string, lines: readonly NoticeLine[]): NoticeRequest {
  const channel = { id: 'slack-app/ops', kind: 'slack-app', locale: 'en', to: [], secret: 'channels/ops' } as const;
  const notice = aNotice({ lines, run, channel });
  return { ...notice, id: `${notice.shop.id}#${run}#${channel.id}` };
}

function textOf({ lines }: NoticeRequest): string {
  return lines.map(({ subject, transition }) => `${subject.id} ${transition}`).join(', ');
}

function line(order: string, transition: NoticeLine['transition']): NoticeLine {
  return aNoticeLine({ subject: { kind: 'order', id: order }, order, transition });
}

describe('in a conversation that can be answered and edited', () => {
  it('news stand below the message that told of the finding first, which says what is over', async () => {
    const { said, shown, tell } = aConversation();
    await tell('r1', line('1', 'opened'), line('2', 'opened'));
    await tell('r2', line('1', 'escalated'));
    await tell('r3', line('1', 'resolved'));
    expect(said).toEqual(['post 1 opened, 2 opened', 'reply m1 1 escalated', 'reply m1 1 resolved']);
    expect([...shown.values()]).toEqual(['1 resolved, 2 opened']);
  });

  it('a message keeps what was over before when more is', async () => {
    const { shown, tell } = aConversation();
    await tell('r1', line('1', 'opened'), line('2', 'opened'));
    await tell('r2', line('1', 'resolved'));
    await tell('r3', line('2', 'resolved'));
    expect([...shown.values()]).toEqual(['1 resolved, 2 resolved']);
  });

  it('each finding is followed up where it was told, and what is new stands in a message of its own', async () => {
    const { said, tell } = aConversation();
    await tell('r1', line('1', 'opened'));
    await tell('r2', line('2', 'opened'));
    await tell('r3', line('1', 'reminded'), line('2', 'resolved'), line('3', 'opened'));
    expect(said.slice(2)).toEqual(['reply m1 1 reminded', 'reply m2 2 resolved', 'post 3 opened']);
  });

  it('what comes back begins a thread of its own', async () => {
    const { said, tell } = aConversation();
    await tell('r1', line('1', 'opened'));
    await tell('r2', line('1', 'resolved'));
    await tell('r3', line('1', 'reopened'));
    await tell('r4', line('1', 'resolved'));
    expect(said.slice(2)).toEqual(['post 1 reopened', 'reply m2 1 resolved']);
  });

  it('news of what was never told there stand in a message', async () => {
    const { said, tell } = aConversation();
    await tell('r2', line('1', 'escalated'));
    await tell('r3', line('1', 'resolved'));
    expect(said).toEqual(['post 1 escalated', 'reply m1 1 resolved']);
  });

  it('at most ten threads are answered at once; further news stand in a message', async () => {
    const { said, tell } = aConversation();
    const orders = Array.from({ length: 12 }, (_, order) => String(order + 1));
    for (const order of orders) await tell(`r${order}`, line(order, 'opened'));
    await tell('late', ...orders.map((order) => line(order, 'escalated')));
    expect(said.slice(12).filter((text) => text.startsWith('reply'))).toHaveLength(10);
    expect(said.at(-1)).toBe('post 11 escalated, 12 escalated');
  });

  it('a digest stands alone', async () => {
    const { said, ports } = aConversation();
    const { channel } = noticeOf('r1', []);
    expect(await notify(aDailyDigest({ channel }), ports)).toBe('sent');
    expect(said).toEqual(['post a digest']);
  });

  it('a notice that is put off half told goes on where it was', async () => {
    const { plan, said, tell } = aConversation();
    await tell('r1', line('1', 'opened'));
    plan.refuseNext('sender.deliver', new Transient('ratelimited'));
    const again = () => tell('r2', line('1', 'resolved'), line('2', 'opened'));
    await expect(again()).rejects.toThrow(Transient);
    await again();
    expect(said).toEqual(['post 1 opened', 'reply m1 1 resolved', 'post 2 opened']);
  });
});

it('a process that dies repeats one message at most, and all are there in the end', async () => {
  const news = [line('1', 'resolved'), line('2', 'escalated'), line('3', 'opened')];
  const begin = async () => {
    const story = aConversation();
    await story.tell('r1', line('1', 'opened'));
    await story.tell('r2', line('2', 'opened'));
    story.plan.revive();
    return story;
  };
  const whole = await begin();
  await whole.tell('r3', ...news);
  const { points } = whole.plan;
  let repeated = 0;
  for (let point = 1; point <= points; point += 1) {
    const { plan, said, shown, tell } = await begin();
    plan.crashAt(point);
    await expect(tell('r3', ...news)).rejects.toThrow(Crash);
    plan.revive();
    await tell('r3', ...news);
    expect([...new Set(said)].toSorted(), `crash at point ${point}`).toEqual(whole.said.toSorted());
    expect(said.length, `crash at point ${point}`).toBeLessThanOrEqual(whole.said.length + 1);
    expect(shown.get('m1'), `crash at point ${point}`).toBe('1 resolved');
    repeated += said.length - whole.said.length;
  }
  // Two after each of the two answers, before they are noted; four after the message, whose findings are noted before it.
  expect({ points, repeated }).toEqual({ points: expect.any(Number), repeated: 8 });
});
