import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../infra/local/local-file.ts';
import { aHistory } from './a-history.ts';
import { writtenTexts } from './written-texts.ts';
import { watchHistories, type Swept, type WatchedHistory } from './watched-history.ts';

const hour = 3_600_000;
const from = Date.parse('2018-03-10T00:00:00Z');

let watched: WatchedHistory;
let before: Swept;
/** The first link to acknowledge of the first notice, and the order it is about. */
let link: string;
let order: string;

beforeAll(async () => {
  watched = await watchHistories([aHistory({ seed: 21, orders: 160, from, until: from + 24 * hour })], from);
  before = await watched.sweepAt(from);
  const mail = watched.tidewatch.stack.mails().find(({ subject, html }) => /critical/.test(subject) && html);
  [, link = ''] = /href="([^"]+\/act\/[^"]+)"[^>]*>Acknowledge</.exec(mail?.html ?? '') ?? [];
  // The fourth field of what is signed is the order.
  const [, payload = ''] = new URL(link).pathname.split('.');
  order = String((JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[])[3]);
}, 120_000);
afterAll(() => watched.stop());

function statesOf({ round }: Swept): readonly string[] {
  return round.findings.filter((finding) => finding.order === order).map(({ check, state }) => `${check} ${state}`);
}

async function proofIn(response: Response): Promise<string> {
  return /name="proof"\s+value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
}

function post(at: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams(fields);
  return fetch(at, { method: 'POST', body, redirect: 'manual', headers });
}

describe('a link in a mail, over the deployed door', () => {
  it('leads to the door, whose address is in the running stack’s file', () => {
    const door = addressOf(watched.tidewatch.stack.facts(), 'FrontDoor');
    expect(link.startsWith(`${door}act/`)).toBe(true);
    expect(order).not.toBe('');
  });

  it('changes nothing when scanners fetch it, in whatever way', async () => {
    const ways: readonly RequestInit[] = [
      { method: 'GET' },
      { method: 'HEAD' },
      { method: 'GET', headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } },
      { method: 'POST' },
      { method: 'POST', body: new URLSearchParams({ proof: 'x' }) },
      { method: 'OPTIONS' },
      { method: 'PUT', body: 'x' },
    ];
    const statuses: number[] = [];
    for (const way of ways) statuses.push((await fetch(link, { ...way, redirect: 'manual' })).status);
    expect(statuses).toEqual([200, 200, 200, 422, 422, 405, 405]);
    expect(statesOf(await watched.sweepAt(from))).toEqual(statesOf(before));
  });

  it('is answered with headers that leave nothing to a page', async () => {
    const { headers } = await fetch(link);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('acts when its own page is sent, and the next sweep honours it', async () => {
    const proof = await proofIn(await fetch(link));
    const sent = await post(link, { proof, by: 'Li Wei' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${new URL(link).pathname}?lang=en`]);
    const page = await (await fetch(link)).text();
    expect(page).toContain('Being handled');
    expect(page).toContain('Li Wei');
    const again = await post(link, { proof, by: 'Mallory' });
    expect(again.status).toBe(409);
    const swept = await watched.sweepAt(from + hour / 60);
    expect(statesOf(swept).filter((state) => state.endsWith(' acknowledged'))).toHaveLength(1);
  });

  it('that is forged, cut, or of another door gets the same page, which says nothing', async () => {
    const path = new URL(link).pathname;
    const forged = [`${path.slice(0, -2)}AA`, path.slice(0, 40), '/act/x', '/act/26q1.e30.AAAAAAAAAAAAAAAAAAAAAA'];
    const pages = await Promise.all(
      forged.map(async (one) => {
        const response = await fetch(new URL(one, link));
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^403 /);
    expect(pages[0]).not.toContain('Loja');
  });

  it('answers what is too long without reading it', async () => {
    expect((await fetch(link, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
  });

  it('writes no link and no name into a log', () => {
    const logs = writtenTexts(watched.tidewatch.stack.facts().logsDir, []);
    const written = logs.map(({ text }) => text).join('\n');
    expect(logs.map(({ file }) => file)).toContain('tidewatch-front-door.log');
    expect(written).toContain('Request answered');
    const [, payload = '', mac = ''] = new URL(link).pathname.split('.');
    for (const told of [payload, mac, 'Li Wei', 'Mallory']) expect(written).not.toContain(told);
  });
});
