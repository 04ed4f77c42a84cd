import type { CredentialItem } from '../domain/remediation.ts';
import type { Locale } from '../domain/shop.ts';
import { age, isPast } from '../domain/time.ts';
import { viewpointOf } from '../channels/notice-row.ts';
import { plain } from '../messages/plain.ts';
import { messagesIn } from '../messages/registry.ts';
import type { RenewableKind } from '../messages/remedy-texts.ts';
import type { Mail } from '../ports/messaging.ts';
import type { Remedy, RemedyCall } from './remedy.ts';
import { taskPage, taskPlain } from './task-page.ts';
import type { TaskRow, TaskView } from './task-page.ts';

/**
 * Tells operations what has to be renewed, by whom and how. It comes once, as soon as somebody can act without
 * haste, or has to; the notices remind of it. One mail for one key, for each kind has steps of its own.
 */
export const renewCredential: Remedy<'credential'> = {
  id: 'renew-credential',
  on: 'credential',
  stages: [
    'credential-expiring-14',
    'credential-expiring-7',
    'credential-expiring-1',
    'token-refresh-failing',
    'credential-expired',
    'credential-refused',
    'parcels-dark',
  ],
  group: ({ credential }) => credential,
  render,
};

function render(call: RemedyCall<'credential'>): Mail {
  const view = viewOf(call, call.shop.operations.locale);
  return {
    to: [call.shop.operations.address],
    subject: view.subject,
    html: taskPage(view),
    text: taskPlain(view),
    attachments: [],
  };
}

function viewOf(call: RemedyCall<'credential'>, locale: Locale): TaskView {
  const { request, items, shop } = call;
  const messages = messagesIn(locale);
  const text = messages.renewal;
  const names = items.map((item) => nameOf(item, locale)).join(', ');
  return {
    locale,
    subject: plain(`[${plain(shop.name, 40)}] ${text.subject(names)}`, 150),
    shop: plain(shop.name, 60),
    when: messages.moment(request.now, { now: request.now, zone: shop.zone }),
    title: text.title(names),
    said: [...new Set(items.flatMap((item) => saidOf(item, locale))), text.closes],
    steps: {
      heading: text.stepsHeading,
      list: [...new Set(items.flatMap((item) => stepsFor(item, locale)))],
    },
    rowsHeading: text.rows,
    rows: items.map((item) => row(item, call, locale)),
    hidden: '',
    footer: messages.notice.footer,
  };
}

function saidOf(item: CredentialItem, locale: Locale): readonly string[] {
  const text = messagesIn(locale).renewal;
  const { orders, owner } = item;
  return [
    text.dark[kindOf(item)],
    ...(orders === undefined ? [] : [text.darkNow(orders)]),
    owner === undefined ? text.noOwner : text.forOwner(plain(owner, 60)),
  ];
}

function stepsFor(item: CredentialItem, locale: Locale): readonly string[] {
  const [, id = item.credential] = item.credential.split(':');
  return messagesIn(locale).renewal.steps(kindOf(item), plain(id, 100));
}

function row(item: CredentialItem, call: RemedyCall<'credential'>, locale: Locale): TaskRow {
  const messages = messagesIn(locale);
  const text = messages.renewal;
  const { deadline, owner, orders } = item;
  const key = call.shop.credentials.find(({ id, kind }) => `${kind}:${id}` === item.credential);
  return {
    name: nameOf(item, locale),
    figure: figureOf(item, call, locale),
    details: [
      [text.kind, text.kinds[kindOf(item)]],
      [text.owner, plain(owner ?? '', 60)],
      [text.expires, deadline ? messages.moment(deadline.at, viewpointOf(call.request)) : ''],
      [messages.notice.carrier, (key?.carriers ?? []).map((name) => plain(name, 60)).join(', ')],
      [text.orders, orders === undefined ? '' : String(orders)],
    ],
  };
}

/** A refusal says more than a date: what is refused is dark already, or about to be. */
function figureOf({ stage, since, deadline }: CredentialItem, { request }: RemedyCall<'credential'>, locale: Locale) {
  const messages = messagesIn(locale);
  const text = messages.renewal;
  const { now } = request;
  if (!deadline || refusals.has(stage)) return text.refused(messages.duration(age(since, now)));
  if (isPast(deadline.at, now)) return text.expired(messages.duration(age(deadline.at, now)));
  return text.left(messages.duration(age(now, deadline.at)));
}

const refusals: ReadonlySet<string> = new Set(['credential-refused', 'token-refresh-failing']);

/** What is the same in every shop has a name in each language; keys bear the names their people gave them. */
function nameOf(item: CredentialItem, locale: Locale): string {
  const known: Readonly<Record<string, string>> = messagesIn(locale).credential;
  return known[kindOf(item)] ?? (plain(item.name, 60) || plain(item.credential, 60));
}

const kinds: readonly RenewableKind[] = [
  'api-key',
  'erp-link',
  'forwarder-key',
  'authorization',
  'access-token',
  'second-source-key',
];

/** Part of the id. A kind that came up since is a key like others. */
function kindOf({ credential }: CredentialItem): RenewableKind {
  const [named] = credential.split(':');
  return kinds.find((kind) => kind === named) ?? 'api-key';
}
