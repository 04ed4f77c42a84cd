import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexPage, messagePage } from '../../infra/local/inbox-page.ts';
import { openOutbox } from '../../infra/local/outbox.ts';
import { openReception } from '../../infra/local/reception.ts';
import { jsonBody } from '../../infra/local/receivers/json-body.ts';
import * as z from 'zod';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidewatch-threads-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Secret = z.object({ token: z.string(), conversation: z.string() });

/** Slack's app on this machine, as a sender that knows the key posts to it. */
function aSlack() {
  const reception = openReception(openOutbox(folder, false));
  const { token, conversation } = Secret.parse(jsonBody(Secret, reception.secret('slack-app', 'http://127.0.0.1:1')));
  const call = (method: string, text: string, more: object = {}) =>
    reception.take('slack-app', {
      name: 'shop',
      rest: [method],
      query: new URLSearchParams(),
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ channel: conversation, text, blocks: [], ...more }),
    })?.body;
  return { reception, call };
}

it('an edited message stays where it was, with its new content, and says that it was edited', () => {
  const { reception, call } = aSlack();
  const posted = call('chat.postMessage', 'two are late');
  const { ts } = z.object({ ts: z.string() }).parse(posted);
  expect(call('chat.update', 'one is late', { ts })).toEqual(posted);
  const [message, ...others] = reception.messages();
  expect([message?.title, others]).toEqual(['one is late', []]);
  expect(indexPage([], reception.messages()).toString()).toContain('edited');
});

it('a message that nobody posted cannot be edited or answered', () => {
  const { reception, call } = aSlack();
  expect(call('chat.update', 'any', { ts: '1.1' })).toEqual({ ok: false, error: 'message_not_found' });
  expect(call('chat.postMessage', 'any', { thread_ts: '1.1' })).toEqual({ ok: false, error: 'thread_not_found' });
  expect(reception.messages()).toEqual([]);
});

it('the answers of a thread stand below its message', () => {
  const { reception, call } = aSlack();
  call('chat.postMessage', 'two are late');
  const [message] = reception.messages();
  if (!message) throw new Error('it was posted');
  const { reference = '' } = message;
  const { reference: _, ...rest } = message;
  const answer = { ...rest, id: 'answer', title: 'one is solved', html: message.html, answers: reference };
  const other = { ...answer, id: 'other', answers: 'another' };
  const page = messagePage(message, [message, answer, other])?.toString() ?? '';
  expect(page.match(/In its thread/g)).toHaveLength(1);
  expect(indexPage([], [message, answer]).toString()).toContain('in a thread');
});
