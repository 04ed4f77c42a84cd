import { checkCards } from '../checks/registry.ts';
import { stageOf } from '../checks/check.ts';
import { actionsFor, type ActionLink } from '../domain/action-link.ts';
import { isLive, type Finding } from '../domain/finding.ts';
import { carrierOf, laneOf } from '../domain/incident.ts';
import { isClosed } from '../domain/order.ts';
import { channelsOf, locales, type Locale, type Shop } from '../domain/shop.ts';
import type { ReadLink } from '../ports/action-links.ts';
import type { WatchedOrder } from '../ports/order-book.ts';
import { actOf, fieldsIn } from './act-form.ts';
import { knownActs, lastWordOn } from '../domain/known-acts.ts';
import { caseKey, shownByTikTok } from '../domain/remedy-case.ts';
import { remedies } from '../remedies/registry.ts';
import type { LinkAct, DoorOutcome, DoorPorts, DoorRequest, FormView, Matter, Reader } from './door.ts';
import { lineOf } from './line-of.ts';

type Valid = Extract<ReadLink, { is: 'valid' | 'expired' }>;

/** What a link still leads to: the finding as it stands now. */
interface Open {
  readonly is: 'open';
  readonly read: Valid;
  readonly matter: Matter;
  readonly watched: WatchedOrder | undefined;
}

/** Shows what a link will do; changes nothing, whoever fetches it. */
export async function showForm(token: string, request: DoorRequest, ports: DoorPorts): Promise<DoorOutcome> {
  const door = await openBy(token, request, ports);
  if (door.is !== 'open') return door;
  return door.read.link.action === 'choose'
    ? choice(door, ports)
    : { is: 'form', form: await formOf(token, door, ports) };
}

/**
 * Does what the form says, once for each link. The act is written under the link's own id, and only if nothing is there:
 * of two people who send at once one acts and the other is told so, and a request that is sent again finds it done.
 */
export async function sendForm(token: string, request: DoorRequest, ports: DoorPorts): Promise<DoorOutcome> {
  const door = await openBy(token, request, ports);
  if (door.is === 'done') return { ...door, replayed: true };
  if (door.is !== 'open') return door;
  const { read, matter } = door;
  const { link, id } = read;
  const { line, isAwaited } = matter;
  if (link.action === 'choose') return { is: 'wrong-method', allowed: ['GET', 'HEAD'] };
  const form = await formOf(token, door, ports);
  const sent = fieldsIn(request.body);
  const isOurs = await ports.links.isProof(sent['proof'] ?? '', shownBy(token, matter), ports.clock.wall());
  if (!isOurs) return { is: 'form', form: { ...form, sent, wrong: 'stale-form' } };
  const made = actOf(sent, {
    link,
    id,
    action: link.action,
    shop: matter.shop,
    watched: door.watched,
    seen: line?.handle?.at,
    now: ports.clock.world(),
  });
  if (typeof made === 'string') return { is: 'form', form: { ...form, sent, wrong: made } };
  const earlier = await ports.acts.record(matter.shop.id, made);
  const act = earlier && earlier.kind !== 'answer' ? earlier : made;
  await writeDeed(act, matter.shop.id, ports);
  if (!earlier) return { is: 'accepted', path: request.path, locale: matter.locale };
  return { is: 'done', reader: matter, act, ...(line && { line }), isAwaited, replayed: true };
}

/** What a form is about: if the finding moves on before it is sent, it is shown anew first. */
function shownBy(token: string, { line }: Matter): string {
  return `${token}.${line?.handle?.at ?? 'over'}`;
}

/**
 * A date that the buyer agreed to is a deed of the order. It is written from the recorded act, and again whenever that is
 * looked at: a process that died in between has left only one of the two.
 */
async function writeDeed(act: LinkAct, shop: string, { deeds }: Pick<DoorPorts, 'deeds'>): Promise<void> {
  if (act.kind !== 'extended') return;
  const { finding, until, at, by = act.via } = act;
  await deeds.write(shop, [{ order: finding.subject.id, kind: 'extendedUntil', value: until, at, by }]);
}

async function openBy(
  token: string,
  request: DoorRequest,
  ports: DoorPorts,
): Promise<Open | Extract<DoorOutcome, { is: 'refused' | 'expired' | 'over' | 'done' }>> {
  const read = await ports.links.read(token);
  if (read.is === 'invalid') return { is: 'refused' };
  const shop = await ports.shops.read(read.link.shop);
  if (!shop) return { is: 'expired' };
  const reader: Reader = { shop, locale: localeOf(read.link, shop, request), now: ports.clock.world() };
  const found = await findingOf(read.link, shop, ports);
  const line = found && lineFor(found, read.link, reader, ports);
  const asked = await askedFor(read.link, ports);
  const isAwaited = asked.some((remedy) => shownByTikTok.has(remedy));
  const act = await ports.acts.find(shop.id, read.id);
  if (act && act.kind !== 'answer') {
    await writeDeed(act, shop.id, ports);
    return { is: 'done', reader, act, ...(line && { line }), isAwaited, replayed: false };
  }
  if (read.is === 'expired') return { is: 'expired', reader };
  if (found && line && isLive(found.finding)) {
    const earlier = await earlierActOn(found, read.link, reader, ports);
    const matter = { ...reader, line, isAwaited, ...(earlier && { earlier }) };
    return { is: 'open', read, matter, watched: found.watched };
  }
  // An appeal is filed when the order has long arrived: its ticket is noted while its case is open.
  return read.link.action === 'filed' && asked.includes('appeal-pack')
    ? { is: 'open', read, matter: { ...reader, isAwaited, order: read.link.finding.subject.id }, watched: undefined }
    : { is: 'over', reader };
}

/** The remedies that somebody was asked for, and whose cases are open. */
async function askedFor({ shop, finding }: ActionLink, { cases }: DoorPorts): Promise<readonly string[]> {
  const { check, subject, episode } = finding;
  const names = remedies.map(({ id }) => caseKey({ remedy: id, key: `${check}/${subject.id}#${episode}` }));
  const known = await cases.find(shop, names);
  return [...known.values()].filter(({ end }) => end === undefined).map(({ remedy }) => remedy);
}

interface Found {
  readonly finding: Finding;
  readonly watched: WatchedOrder | undefined;
}

/** The finding in the very life that the link was made for. */
async function findingOf({ finding: ref }: ActionLink, shop: Shop, ports: DoorPorts): Promise<Found | undefined> {
  const { subject, check, episode } = ref;
  const isIt = (finding: Finding): boolean => finding.check === check && finding.episode === episode;
  if (subject.kind === 'order') {
    const watched = (await ports.openOrders.find(shop.id, [subject.id])).get(subject.id);
    const finding = watched && !isClosed(watched.order) ? watched.findings.find(isIt) : undefined;
    return finding && { finding, watched };
  }
  const watch = await ports.watches.read(shop.id);
  const entry = watch?.findings.find(
    (one) => one.subject.kind === subject.kind && one.subject.id === subject.id && isIt(one.finding),
  );
  return entry && { finding: entry.finding, watched: undefined };
}

function lineFor(
  { finding, watched }: Found,
  { finding: { subject } }: ActionLink,
  { shop, now }: Reader,
  ports: DoorPorts,
) {
  const card = checkCards.find(({ id }) => id === finding.check);
  const severity = (card && stageOf(card, finding.stage)?.severity) ?? 'warning';
  const setting = { now, shop, policy: ports.policy };
  return lineOf({ finding, severity, subject, watched, remedy: undefined, folded: undefined }, setting);
}

/** What others have done about it, by another link. */
async function earlierActOn(
  { watched }: Found,
  { shop, finding }: ActionLink,
  { now }: Reader,
  { acts }: DoorPorts,
): Promise<LinkAct | undefined> {
  const carrier = watched && carrierOf(watched.order);
  const lane = watched && laneOf(watched.order);
  const about = { ref: finding, subject: finding.subject, carriers: carrier === undefined ? [] : [carrier], lane };
  return lastWordOn(about, now, knownActs(await acts.list(shop)));
}

async function formOf(token: string, { read, matter, watched }: Open, { links, clock }: DoorPorts): Promise<FormView> {
  const { action } = read.link;
  if (action === 'choose') throw new Error('a choice has no form');
  const carrier = watched && carrierOf(watched.order);
  const lane = watched && laneOf(watched.order);
  return {
    ...matter,
    action,
    proof: await links.proofFor(shownBy(token, matter), clock.wall()),
    scopes: [
      'subject',
      ...(carrier === undefined ? [] : (['carrier'] as const)),
      ...(lane === undefined ? [] : (['lane'] as const)),
      'shop',
    ],
    ...(carrier !== undefined && { carrier }),
    ...(lane !== undefined && { lane }),
  };
}

/** Each with a link of its own, good for one act and no longer than the one that led here. */
async function choice({ read: { link }, matter }: Open, { links, nonce }: DoorPorts): Promise<DoorOutcome> {
  const sign = await links.signer();
  const offered = actionsFor(link.finding).map((action) => ({
    action,
    href: sign({ ...link, action, nonce: nonce() }),
  }));
  return { is: 'choice', matter, links: offered };
}

/** As asked for, else as its message was written. */
function localeOf({ channel }: ActionLink, shop: Shop, { query }: DoorRequest): Locale {
  const asked = new URLSearchParams(query).get('lang');
  const own = channelsOf(shop).find(({ id }) => id === channel)?.locale;
  return locales.find((locale) => locale === asked) ?? own ?? shop.operations.locale;
}
