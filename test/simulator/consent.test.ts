import { beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../infra/local/simulator/handle.ts';
import { askForToken } from './client.ts';
import { aSimulator } from './world.ts';

const redirectUrl = 'https://connect.example.com/connect/app';
let simulator: Simulator;
beforeEach(async () => {
  simulator = await aSimulator();
  simulator.consent.redirectUrl = redirectUrl;
});

/** Where the browser is sent when somebody presses a button of the page. */
async function answer(button: string, link = `${simulator.consentUrl}&state=a.b%2Fc`): Promise<URL | undefined> {
  const sent = await fetch(link, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ answer: button }) });
  const location = sent.headers.get('location');
  return location === null ? undefined : new URL(location);
}

describe('the page on which a seller consents', () => {
  it('shows who asks for what, and gives nothing away by being opened', async () => {
    const opened = await fetch(simulator.consentUrl);
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const text = await opened.text();
    expect(text).toContain('seller.order.info');
    expect(text).not.toContain(simulator.appSecret);
  });

  it('sends whoever agrees back with a code that works once, and the state as it was', async () => {
    const back = await answer('accept');
    expect(`${back?.origin}${back?.pathname}`).toBe(redirectUrl);
    expect(back?.searchParams.get('state')).toBe('a.b/c');
    const code = back?.searchParams.get('code') ?? '';
    const ask = { grant_type: 'authorized_code', auth_code: code };
    expect((await askForToken(simulator, 'get', ask)).code).toBe(0);
    expect((await askForToken(simulator, 'get', ask)).code).toBe(98001005);
  });

  it('sends whoever refuses back without one', async () => {
    expect((await answer('refuse'))?.search).toBe('?code=null&error=auth_denied&state=a.b%2Fc');
  });

  it('brings no state back from an install', async () => {
    expect((await answer('install'))?.searchParams.has('state')).toBe(false);
  });

  it('is not there for another app, nor for one that has no redirect URL', async () => {
    const other = new URL(simulator.consentUrl);
    other.searchParams.set('service_id', '7');
    expect((await fetch(other)).status).toBe(400);
    delete simulator.consent.redirectUrl;
    expect((await fetch(simulator.consentUrl)).status).toBe(400);
  });
});
