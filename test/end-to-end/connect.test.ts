import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runTidewatch, runTidewatchWith } from '../cli/run-tidewatch.ts';
import { root } from '../house/source-files.ts';
import { Runner, until, workFolder } from './runner.ts';
import { sentMails } from './sent-mails.ts';
import { sharedAssembly } from './shared-assembly.ts';
import { writtenTexts } from './written-texts.ts';

const folder = workFolder();
let runner: Runner;
/** Everything that commands have printed. */
let printed = '';

beforeAll(async () => {
  runner = new Runner(folder.path, '--assembly', await sharedAssembly(), '--empty', '--data', 'state');
  await runner.written(/Sweeping again every hour/);
}, 120_000);
afterAll(() => folder.remove());

async function tidewatch(...words: readonly string[]) {
  const ended = await runTidewatch(folder.path, ...words);
  printed += `${ended.stdout}${ended.stderr}`;
  return ended;
}

/** One that goes on until somebody has agreed. */
class Command {
  stderr = '';
  readonly ended: Promise<{ readonly status: number | null; readonly stdout: string }>;

  constructor(...words: readonly string[]) {
    const child = spawn(process.execPath, [join(root, 'infra', 'cli', 'tidewatch.ts'), ...words], { cwd: folder.path });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) => {
      child.once('close', (status) => resolve({ status, stdout }));
    });
  }
}

const Link = z.object({ app: z.string(), link: z.url(), expiresAt: z.iso.datetime() });

async function aLink(...words: readonly string[]): Promise<string> {
  const { status, stdout } = await tidewatch('shop', 'connect', '--no-wait', '--json', ...words);
  expect(status).toBe(0);
  return Link.parse(JSON.parse(stdout)).link;
}

/** Where the browser goes when somebody presses a button of TikTok's page. */
async function press(answer: string, link: string): Promise<string> {
  const sent = await fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ answer }) });
  return sent.headers.get('location') ?? '';
}

async function open(address: string): Promise<{ readonly status: number; readonly text: string }> {
  const page = await fetch(address);
  return { status: page.status, text: await page.text() };
}

const Shops = z.object({
  shops: z.array(z.object({ shop: z.string(), market: z.string(), knownUntil: z.string().nullable() })),
});

async function shopList() {
  const { stdout } = await tidewatch('shop', 'list', '--json');
  return Shops.parse(JSON.parse(stdout)).shops;
}

const recipient = ['--recipient', 'owner@harbour-lane.example'];

describe('before anybody has consented', () => {
  it('no shop is watched, and one app is there to be connected by', async () => {
    expect(await shopList()).toEqual([]);
    const { stdout } = await tidewatch('app', 'list');
    expect(stdout).toMatch(/Redirect URL .*\/connect\/\w+ /);
    expect(stdout).toMatch(/Webhook URL .*\/webhooks\/\w+ /);
  });

  it.each([
    [['shop', 'connect'], /say who is to hear of the shops/],
    [['shop', 'connect', '--recipient', 'owner'], /Give one address/],
    [['shop', 'connect', ...recipient, '--zone', 'Mars/Phobos'], /Give an IANA time zone/],
    [['shop', 'connect', ...recipient, '--locale', 'de'], /en, zh-CN/],
    [['shop', 'connect', ...recipient, '--app', 'nobodys'], /no app nobodys is registered; there are \w+/],
    [
      ['app', 'add', 'a/b', '--link', 'https://services.tiktokshop.com/open/authorize?service_id=7'],
      /Give the app key/,
    ],
    [
      ['app', 'add', 'key', '--link', 'https://tiktokshop.com.evil.example/?service_id=7'],
      /Give the link of Partner Center/,
    ],
    [['app', 'add', 'key', '--link', 'http://services.tiktokshop.com/open/authorize?service_id=7'], /Give the link/],
    [
      ['app', 'add', 'key', '--link', 'https://services.tiktokshop.com/open/authorize?service_id=7'],
      /the app secret is missing/,
    ],
  ])('%j is refused with one line', async (words, says) => {
    const { status, stdout, stderr } = await tidewatch(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('nothing comes of an install, a forged state, a foreign app and a refusal', async () => {
    const link = await aLink(...recipient);
    expect(await open(await press('install', link))).toMatchObject({
      status: 400,
      text: expect.stringMatching(/shop connect/),
    });
    const accepted = await press('accept', link);
    expect((await open(accepted.replace(/state=(.{12})./, 'state=$1x'))).status).toBe(403);
    expect((await open(accepted.replace('/connect/', '/connect/x'))).status).toBe(403);
    expect((await open(accepted.replace('/connect/', '/act/'))).status).toBe(404);
    expect((await fetch(accepted, { method: 'HEAD' })).status).toBe(405);
    expect(await open(await press('refuse', link))).toMatchObject({
      status: 200,
      text: expect.stringMatching(/Access was refused/),
    });
    expect(await open(accepted)).toMatchObject({ status: 200, text: expect.stringMatching(/Access was refused/) });
    expect(await shopList()).toEqual([]);
  });
});

describe('a seller who agrees', () => {
  let back = '';

  it('is waited for, and told of every shop', async () => {
    const words = ['shop', 'connect', '--json', ...recipient, '--locale', 'zh-CN', '--zone', 'Asia/Shanghai'];
    const waiting = new Command(...words);
    const link = await until(() => /http:\S+/.exec(waiting.stderr)?.[0], 'the link');
    back = await press('accept', link);
    const pages = await Promise.all([open(back), open(back)]);
    // The second one waits, or comes when all is done.
    for (const { status: shown } of pages) expect([200, 409]).toContain(shown);
    expect(pages.map(({ status: shown }) => shown)).toContain(200);
    const { status, stdout } = await waiting.ended;
    const Connected = z.object({ shops: z.array(z.object({ market: z.string(), is: z.string() })) });
    expect(status).toBe(0);
    expect(Connected.parse(JSON.parse(stdout)).shops.map(({ market, is }) => `${market} ${is}`)).toEqual(
      ['GB', 'US', 'TH', 'DE'].map((market) => `${market} new`),
    );
    expect(await open(back)).toMatchObject({ status: 200, text: expect.stringMatching(/used before/) });
  }, 60_000);

  it('has the first look within a minute, and one summary for each shop', async () => {
    await until(async () => (await shopList()).every(({ knownUntil }) => knownUntil !== null), 'the first look');
    const mails = () => sentMails(join(folder.path, 'state', 'outbox')).map(({ subject, to }) => ({ subject, to }));
    await until(() => mails().filter(({ subject }) => /单/.test(subject)).length >= 4, 'a summary of each shop');
    expect(new Set(mails().flatMap(({ to }) => to))).toEqual(new Set(['owner@harbour-lane.example']));
  }, 60_000);

  it('sets who hears what, and agrees anew without losing it', async () => {
    const [shop] = await shopList();
    const id = shop?.shop ?? '';
    const set = await tidewatch(
      'shop',
      'set',
      id,
      'name=Ours',
      'digest=08:00',
      'quietHours={"from":"22:00","to":"08:00"}',
    );
    expect(set.status).toBe(0);
    expect((await tidewatch('shop', 'set', id, 'connectedAt=2026-01-01')).status).toBe(2);
    expect((await tidewatch('shop', 'remove', id)).status).toBe(0);
    expect(await open(await press('accept', await aLink()))).toMatchObject({
      text: expect.stringMatching(/4 shops connected/),
    });
    const shown = JSON.parse((await tidewatch('shop', 'show', id)).stdout) as object;
    expect(shown).toMatchObject({ name: 'Ours', digest: '08:00', quietHours: { from: '22:00', to: '08:00' } });
    expect(shown).not.toHaveProperty('leaving');
  }, 60_000);

  it('is the same to whoever asks for the stack by its stage', async () => {
    const { gatewayUrl = '', region = '' } = runner.facts() ?? {};
    const account = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_REGION: region };
    const remote = { ...account, AWS_ENDPOINT_URL: gatewayUrl };
    const elsewhere = workFolder();
    const ask = (...words: readonly string[]) =>
      runTidewatchWith(remote, elsewhere.path, ...words, '--stage', 'production');
    const { stdout } = await ask('shop', 'list', '--json');
    expect(Shops.parse(JSON.parse(stdout)).shops.length).toBe(4);
    const [shop] = await shopList();
    expect(await ask('sweep', '--shop', shop?.shop ?? '')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/\d+ orders watched/),
    });
    expect((await ask('app', 'list')).stdout).toContain(new URL(back).origin);
    expect((await ask('doctor', '--json')).stdout).toContain('"findings"');
    elsewhere.remove();
  }, 60_000);

  it('leaves no code, token, secret or state in anything that was written, and is still watched after a restart', async () => {
    runner.signal('SIGINT');
    const { stdout, stderr, status } = await runner.ended;
    expect(status).toBe(0);
    const stored = readFileSync(join(folder.path, 'state', 'parameters.json'), 'utf8');
    const secrets = [...stored.matchAll(/\\"(?:access|refresh)Token\\":\\"([^\\]+)|\\"appSecret\\":\\"([^\\]+)/g)].map(
      ([, token, secret]) => token ?? secret ?? '',
    );
    expect(secrets.length).toBeGreaterThan(2);
    const { searchParams } = new URL(back);
    const code = searchParams.get('code') ?? '';
    const state = searchParams.get('state') ?? '';
    const texts = [
      ...writtenTexts(join(folder.path, 'state'), ['parameters.json']),
      ...writtenTexts(join(folder.path, '.tidewatch'), []),
      { file: 'start', text: `${stdout}${stderr}` },
    ];
    const found = (wanted: string): readonly string[] =>
      texts.filter(({ text }) => text.includes(wanted)).map(({ file }) => file);
    expect([...secrets, code, state].flatMap(found)).toEqual([]);
    expect([...secrets, code].filter((secret) => printed.includes(secret))).toEqual([]);

    runner = new Runner(folder.path, '--assembly', await sharedAssembly(), '--empty', '--data', 'state');
    await runner.written(/Ours/);
    runner.signal('SIGINT');
    expect((await runner.ended).stdout).toMatch(/Harbour Lane Thailand/);
  }, 120_000);
});
