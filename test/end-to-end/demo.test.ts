import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { buyerMarkers } from '../../infra/local/simulator/wire/recipient.ts';
import { readSlackPayload } from '../../infra/local/receivers/slack-message.ts';
import { furnish, npm } from './npm-folder.ts';
import { RoundDocument } from './round-document.ts';
import { workFolder, type Ended } from './runner.ts';
import { sentMails } from './sent-mails.ts';
import { writtenTexts, type WrittenText } from './written-texts.ts';

const at = '2026-11-22T09:30:00.000Z';
const folder = workFolder();
const StoredMessage = z.object({ payload: z.unknown() });

let ended: Ended;
let round: RoundDocument;

beforeAll(async () => {
  furnish(folder.path);
  ended = await npm(folder.path, 'start', '--silent', '--', '--once', '--json', '--at', at, '--data', 'state');
  round = RoundDocument.parse(JSON.parse(ended.stdout));
}, 120_000);
afterAll(() => folder.remove());

function path(...names: readonly string[]): string {
  return join(folder.path, ...names);
}

describe('npm start --silent -- --once --json', () => {
  it('prints exactly one line, the documented one, and ends well', () => {
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: '' });
    expect(ended.stdout.match(/\n/g)).toHaveLength(1);
    expect(ended.stdout.endsWith('}\n')).toBe(true);
    expect(round.now).toBe(at);
  });

  it('leaves no sign of a running stack', () => {
    expect(existsSync(path('.tidewatch', 'local.json'))).toBe(false);
    expect(existsSync(path('state', 'local.json'))).toBe(false);
  });

  it('sweeps shops in Great Britain, the United States and Thailand at least', () => {
    expect(round.shops.map(({ market }) => market)).toEqual(expect.arrayContaining(['GB', 'US', 'TH']));
    for (const { orders, calls, lagSeconds } of round.shops) {
      expect(orders.open).toBeGreaterThan(10);
      expect(orders.pulled).toBeGreaterThan(orders.open);
      expect({ detail: calls.detail, lagSeconds }).toEqual({ detail: 0, lagSeconds: 0 });
    }
  });

  it.each(['confirm-by', 'pickup-by', 'trace-silent', 'deliver-by', 'credential-expiry'])(
    'finds something by %s',
    (id) => {
      expect(round.findings.filter(({ check }) => check === id).length).toBeGreaterThan(0);
    },
  );

  it('shows a late-order budget nearly spent, a drift and an expiring key', () => {
    const stages = round.findings.map(({ stage }) => stage);
    expect(stages).toEqual(
      expect.arrayContaining([
        'confirm-rate-budget',
        'policy-drift',
        'credential-expiring-7',
        'credential-expiring-30',
      ]),
    );
  });

  it('shows an order that TikTok cancels by itself in two hours', () => {
    const [row, ...others] = round.findings.filter(({ check }) => check === 'auto-cancel');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ stage: 'auto-cancel-ship-soon', deadlineSource: 'shipping_due_time' });
    expect(Date.parse(row?.deadline ?? '') - Date.parse(at)).toBe(2 * 3_600_000);
  });

  it('has a shop that writes down its labels, with some to be attested', () => {
    const asked = round.findings.filter(({ stage }) => stage === 'eu-qr-label-open');
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked.map(({ shop }) => shop)).size).toBe(1);
  });

  it('sorts its findings by the time to the line', () => {
    const lines = round.findings.map(({ deadline, since }) => deadline ?? since);
    expect(lines).toEqual(lines.toSorted());
  });

  it('carries out supplement requests, and gives every message its end', () => {
    expect(round.shops.reduce((sum, { remedies }) => sum + remedies, 0)).toBeGreaterThan(0);
    for (const { sent, received, deadLettered } of Object.values(round.queues)) {
      expect({ received, deadLettered }).toEqual({ received: sent, deadLettered: 0 });
    }
  });
});

describe('what the demo has sent', () => {
  it('is one report of every shop, and no digest beside it', () => {
    const subjects = sentMails(path('state', 'outbox')).map(({ subject }) => subject);
    expect(subjects.filter((subject) => /Daily digest|每日摘要|Weekly report|每周报告/.test(subject))).toEqual([]);
  });

  it('is mail in English and in Chinese', () => {
    const mails = sentMails(path('state', 'outbox'));
    expect(mails.length).toBe(round.mails);
    const [english, chinese] = ['owner@', 'yunying@'].map((who) => mails.filter(({ to }) => to.includes(who)));
    expect(english?.length).toBeGreaterThan(0);
    expect(chinese?.length).toBeGreaterThan(0);
    for (const { subject, html = '', text = '' } of english ?? []) {
      expect(html).toContain('lang="en"');
      expect(subject).not.toMatch(/\p{Script=Han}/u);
      expect(text).toContain('What to do: ');
    }
    for (const { subject, html = '', text = '' } of chinese ?? []) {
      expect(html).toContain('lang="zh-CN"');
      for (const part of [subject, text]) expect(part).toMatch(/\p{Script=Han}/u);
    }
  });

  it('is a request for each remedy, most with a table, and some with their evidence', () => {
    const requests = sentMails(path('state', 'outbox')).filter(({ to }) => to.includes('cangku@'));
    expect(requests.length).toBe(round.shops.reduce((sum, { remedies }) => sum + remedies, 0));
    const files = requests.map(({ attachments }) =>
      attachments.map(({ filename }) => filename.replace(/.*\./, '')).join(),
    );
    expect(new Set(files)).toEqual(new Set(['', 'csv', 'csv,html,json']));
  });

  it('is a notice for every robot and webhook of the list, and each took it', () => {
    const names = readdirSync(path('state', 'outbox')).filter((name) => name.endsWith('.json'));
    const kinds = ['wecom', 'feishu', 'dingtalk', 'webhook'];
    expect(kinds.filter((kind) => names.filter((name) => name.includes(`-${kind}-`)).length === 1)).toEqual(kinds);
  });

  it('is a message that Slack accepts, in the language of each webhook', () => {
    const messages = readdirSync(path('state', 'outbox'))
      .filter((name) => name.includes('-slack-') && name.endsWith('.json'))
      .map((name) => StoredMessage.parse(JSON.parse(readFileSync(path('state', 'outbox', name), 'utf8'))))
      .map(({ payload }) => readSlackPayload(JSON.stringify(payload)));
    expect(messages.length).toBe(2);
    const texts = messages.map((message) => ('refused' in message ? message.refused : message.text));
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text)).length).toBe(1);
    for (const message of messages) expect('refused' in message ? [] : message.blocks.length).toBeGreaterThan(2);
  });
});

describe('no secret and no buyer', () => {
  const Parameters = z.record(z.string(), z.object({ value: z.string() }));
  let texts: readonly WrittenText[] = [];
  beforeAll(() => {
    texts = [
      ...writtenTexts(path('state'), ['parameters.json']),
      ...writtenTexts(path('.tidewatch'), []),
      { file: 'output', text: `${ended.stdout}${ended.stderr}` },
    ];
  });

  /** What the parameter store keeps, each in the forms in which it could be written somewhere else. */
  function secrets(): readonly string[] {
    const stored = Parameters.parse(JSON.parse(readFileSync(path('state', 'parameters.json'), 'utf8')));
    // What the stack says of itself is for everybody who may ask.
    const secret = Object.entries(stored).filter(([name]) => name !== '/tidewatch/stack');
    const values = secret.flatMap(([, { value }]) =>
      value.startsWith('{') ? Object.values(z.record(z.string(), z.string()).parse(JSON.parse(value))) : [value],
    );
    return values
      .map(withoutHost)
      .flatMap((value) => [
        value,
        decodeURIComponent(value),
        encodeURIComponent(value),
        Buffer.from(value).toString('base64'),
      ]);
  }

  /** Of an address only what is secret. */
  function withoutHost(value: string): string {
    return URL.canParse(value) ? value.slice(new URL(value).origin.length) : value;
  }

  function filesWith(wanted: string): readonly string[] {
    return texts.filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase())).map(({ file }) => file);
  }

  it('is looked for where orders are: in the table, the mails and their tables', () => {
    const order = round.findings.find(({ stage }) => stage === 'tracking-stale')?.order ?? '';
    expect(order).toMatch(/^\d{18}$/);
    const files = filesWith(order);
    for (const ending of ['.sqlite', '.eml', '.html', '.txt', 'output']) {
      expect(files.filter((file) => file.endsWith(ending)).length, ending).toBeGreaterThan(0);
    }
    const [shop] = round.shops;
    expect(filesWith(shop?.shop ?? '')).toEqual(expect.arrayContaining([join('logs', 'tidewatch-sweep.log')]));
  });

  it('a token, app secret or robot’s address stands nowhere but in the parameter store', () => {
    // One seller's pair of tokens, one app's secret, two webhooks of Slack, a robot's address, three with a key,
    // the key of a second source, and the one that links are signed with.
    expect(secrets().length).toBe(14 * 4);
    expect(secrets().filter((secret) => filesWith(secret).length > 0)).toEqual([]);
  });

  it('nothing of a buyer stands anywhere', () => {
    expect(Object.fromEntries(buyerMarkers.map((marker) => [marker, filesWith(marker)]))).toEqual(
      Object.fromEntries(buyerMarkers.map((marker) => [marker, []])),
    );
  });
});
