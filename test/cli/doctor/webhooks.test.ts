import { expect, it } from 'vitest';
import { webhooks } from '../../../infra/cli/doctor/webhooks.ts';
import type { Patient } from '../../../infra/cli/doctor/patient.ts';
import { watchedEvents } from '../../../shared/domain/subscription.ts';
import { Rejected, Transient } from '../../../shared/ports/errors.ts';
import { aSeller } from '../../support/a-shop.ts';
import { daysAgo, now } from '../../support/moments.ts';
import { aPatient, aSubscription, healthsOf, said } from './a-patient.ts';

const id = '7495510238846614801';
const repair = `npx tidewatch webhooks --shop ${id} --repair`;
const [orders = '', ...others] = watchedEvents;
const silent = () => Promise.resolve(undefined);

function saidOf(subscription: Patient['webhooks']) {
  return aPatient({}, { webhooks: subscription }).then((patient) => said(webhooks, patient));
}

it('all is well where everything is announced', async () => {
  expect(await saidOf(aSubscription())).toEqual([
    `ok: ${id}: TikTok announces every change. The last announcement came 1 hour ago.`,
  ]);
  expect(await saidOf(aSubscription(watchedEvents, { lastHeard: silent }))).toEqual([
    `ok: ${id}: TikTok announces every change. Nothing has been heard for 30 days.`,
  ]);
});

it('what is missing, goes elsewhere or is needless is named, with what mends it', async () => {
  const old = () => Promise.resolve(daysAgo(2));
  expect(await saidOf(aSubscription(others, { lastHeard: old }))).toEqual([
    `warn: ${id}: Not announced: ${orders}. The last announcement came 2 days ago. | Have that mended: ${repair}`,
  ]);
  const address = () => 'https://new.tidewatch.example/webhooks/x';
  const [moved] = await saidOf(aSubscription(watchedEvents, { address }));
  expect(moved).toContain(`warn: ${id}: Posted elsewhere: ${watchedEvents.join(', ')}. The last`);
  const [needless] = await saidOf(aSubscription([...watchedEvents, 'NEW_MESSAGE']));
  expect(needless).toContain(`warn: ${id}: Read by nobody: NEW_MESSAGE.`);
});

it('what comes though no shop has it registered is announced for the whole app', async () => {
  expect(await saidOf(aSubscription([]))).toEqual([
    `ok: ${id}: TikTok announces changes, by the app's address in Partner Center. The last announcement came 1 hour ago.`,
  ]);
  expect((await saidOf(aSubscription([], { lastHeard: silent })))[0]).toMatch(/^warn: .*Nothing has been heard/);
});

it('a stack that TikTok cannot reach is told of its next round, unless it stands behind another address', async () => {
  const address = () => undefined;
  expect(await saidOf(aSubscription([], { address }))).toEqual([
    `warn: ${id}: TikTok cannot post to this stack: it has no public https address. Changes are noticed by the next round. | Where it stands behind one: ${repair} --address https://…`,
  ]);
  expect((await saidOf(aSubscription(watchedEvents, { address })))[0]).toMatch(/^ok: /);
  const [gap] = await saidOf(aSubscription(others, { address, lastHeard: silent }));
  expect(gap).toContain(`${repair} --address https://hooks.tidewatch.example/`);
  const foreign = () => Promise.resolve([{ event: orders, address: 'https://erp.example/tiktok' }]);
  expect((await saidOf(aSubscription([], { address, registered: foreign })))[0]).toContain('no public https address');
});

it.each([
  ['refuses', new Rejected('webhooks refused: code 105005', 'credential')],
  ['does not answer', new Transient('webhooks: timed out')],
])('where TikTok %s nobody knows', async (_, error) => {
  const [line] = await saidOf(aSubscription([], { registered: () => Promise.reject(error) }));
  expect(line).toBe(
    `unknown: ${id}: TikTok does not say what it announces: ${error.message}. The last announcement came 1 hour ago. | See what the doctor says of the authorization, and look again after the next sweep.`,
  );
});

it('a shop that nobody looks at is left alone, and every other is asked with its own app', async () => {
  expect(await healthsOf(webhooks, await aPatient({ paused: true }))).toEqual([]);
  expect(await healthsOf(webhooks, await aPatient({ leaving: { since: now, until: now } }))).toEqual([]);
  const asked: string[] = [];
  const address = (shop: { readonly seller: { readonly appKey: string } }) => {
    asked.push(shop.seller.appKey);
    return undefined;
  };
  await saidOf(aSubscription([], { address }));
  expect(asked).toEqual([aSeller.appKey]);
});
