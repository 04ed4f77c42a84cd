import type { Shop } from '../../../shared/domain/shop.ts';
import { isGap, standingsOf, type EventStanding, type Registration } from '../../../shared/domain/subscription.ts';
import { age, days, type Instant } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/messages/en.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { Rejected, Transient } from '../../../shared/ports/errors.ts';
import { eachShop } from './each-shop.ts';
import { examination, type Diagnosis } from './examination.ts';
import type { Patient } from './patient.ts';

interface Seen {
  /** Where this stack hears of the shop; left out where TikTok cannot post to. */
  readonly own?: string;
  /** What TikTok posts of it, or why that cannot be told. */
  readonly registered: readonly Registration[] | { readonly failed: string };
  readonly lastHeard?: Instant;
}

/** A shop that sells changes every day; whose address stands in Partner Center for the whole app is heard all the same. */
const lately = days(1);

/** Does TikTok announce what changes? Without that nothing is lost: the next round notices. */
export const webhooks = examination({
  id: 'webhooks',
  look: ({ shops, webhooks: heard }) =>
    eachShop(
      shops.filter(({ paused, leaving }) => !paused && !leaving),
      (shop) => look(shop, heard),
    ),
  judge: (seen, { now }) => seen.map(([shop, one]) => judgeShop(shop, one, now)),
});

async function look(shop: Shop, heard: Patient['webhooks']): Promise<Seen> {
  const own = heard.address(shop);
  const lastHeard = await heard.lastHeard(shop);
  const registered = await heard.registered(shop).catch((error: unknown) => {
    // What TikTok refuses of one shop is said beside the others.
    if (error instanceof Rejected || error instanceof Transient) return { failed: error.message };
    throw error;
  });
  return { registered, ...(own !== undefined && { own }), ...(lastHeard !== undefined && { lastHeard }) };
}

function judgeShop(shop: Shop, { own, registered, lastHeard }: Seen, now: Instant): Diagnosis {
  const about = shop.id;
  const heard = heardText(lastHeard, now);
  const repair = `npx tidewatch webhooks --shop ${about} --repair`;
  if ('failed' in registered)
    return {
      about,
      health: 'unknown',
      what: `TikTok does not say what it announces: ${plain(registered.failed, 200)}. ${heard}`,
      toDo: 'See what the doctor says of the authorization, and look again after the next sweep.',
    };
  const wanted = own ?? behindAnother(shop, registered);
  if (wanted === undefined)
    return {
      about,
      health: 'warn',
      what: `TikTok cannot post to this stack: it has no public https address. Changes are noticed by the next round.`,
      toDo: `Where it stands behind one: ${repair} --address https://…`,
    };
  const gaps = standingsOf(wanted, registered).filter(isGap);
  if (gaps.length === 0) return { about, health: 'ok', what: `TikTok announces every change. ${heard}` };
  const isHeard = lastHeard !== undefined && age(lastHeard, now) <= lately;
  if (isHeard && gaps.every(({ is }) => is === 'missing'))
    return { about, health: 'ok', what: `TikTok announces changes, by the app's address in Partner Center. ${heard}` };
  const toDo = own === undefined ? `${repair} --address ${baseOf(wanted)}` : repair;
  return { about, health: 'warn', what: `${gapText(gaps)} ${heard}`, toDo: `Have that mended: ${toDo}` };
}

/** The address that an earlier repair was given: it ends as ours do. */
function behindAnother({ seller }: Shop, registered: readonly Registration[]): string | undefined {
  return registered.find(({ address }) => address.endsWith(pathOf(seller.appKey)))?.address;
}

function pathOf(appKey: string): string {
  return `/webhooks/${appKey}`;
}

function baseOf(address: string): string {
  return plain(address.replace(/webhooks\/[^/]*$/, ''), 255);
}

const words = { missing: 'not announced', elsewhere: 'posted elsewhere', needless: 'read by nobody' } as const;

function gapText(gaps: readonly EventStanding[]): string {
  const parts = Object.entries(words).flatMap(([is, word]) => {
    const events = gaps.filter((gap) => gap.is === is).map(({ event }) => plain(event, 60));
    return events.length === 0 ? [] : [`${word}: ${events.join(', ')}`];
  });
  const text = parts.join('; ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function heardText(lastHeard: Instant | undefined, now: Instant): string {
  return lastHeard === undefined
    ? 'Nothing has been heard for 30 days.'
    : `The last announcement came ${en.duration(age(lastHeard, now))} ago.`;
}
