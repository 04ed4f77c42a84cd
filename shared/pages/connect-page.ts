import { html, type Fragment } from '../channels/mail/html.ts';
import type { ConnectedShop } from '../domain/connection.ts';
import type { ConnectOutcome } from '../jobs/connect.ts';
import type { ConnectText } from '../messages/connect-text.ts';
import { plain } from '../messages/plain.ts';
import { anonymousPage, bilingualPage, type DoorAnswer } from './door-answer.ts';

/** None of them a 5xx: TikTok's troubles are no fault of this address. */
const statuses = {
  connected: 200,
  declined: 200,
  'no-shops': 200,
  'no-state': 400,
  'no-code': 400,
  refused: 403,
  'scopes-missing': 403,
  'not-a-seller': 403,
  'not-found': 404,
  'wrong-method': 405,
  busy: 409,
  'code-used': 409,
  expired: 410,
  'code-expired': 410,
  'app-refused': 422,
  unreachable: 424,
} as const satisfies Readonly<Record<ConnectOutcome['is'], number>>;

/** What became of a seller's answer: in both languages, for nobody knows which of them the seller reads. */
export function connectPage(outcome: ConnectOutcome): DoorAnswer {
  const page = pageOf(outcome, statuses[outcome.is]);
  return { ...page, logged: outcome.is };
}

function pageOf(outcome: ConnectOutcome, status: number): DoorAnswer {
  switch (outcome.is) {
    case 'not-found':
      return anonymousPage(status, (text) => text.notFound);
    case 'wrong-method': {
      const page = anonymousPage(status, (text) => text.wrongMethod);
      return { ...page, headers: { ...page.headers, allow: 'GET' } };
    }
    case 'no-state':
      return bilingualPage(status, ({ connect }) => connect.noState);
    case 'no-code':
      return bilingualPage(status, ({ connect }) => connect.noCode);
    case 'refused':
    case 'expired':
    case 'busy':
    case 'declined':
      return bilingualPage(status, ({ connect }) => connect[outcome.is]);
    case 'connected':
      return connected(outcome);
    default:
      return bilingualPage(status, ({ connect }) => connect.trouble(outcome));
  }
}

function connected({ shops, replayed }: Extract<ConnectOutcome, { is: 'connected' }>): DoorAnswer {
  const count = shops.filter(isWatched).length;
  return bilingualPage(statuses.connected, ({ connect, door }) => {
    const { title, text } = connect.connected(count);
    return {
      title,
      text: replayed ? [connect.replayed, ...text] : text,
      more: html`<ul class="shops">
          ${shops.map((shop) => item(shop, connect))}
        </ul>
        <p class="soft">${door.close}</p>`,
    };
  });
}

export function isWatched({ is }: ConnectedShop): boolean {
  return is === 'new' || is === 'renewed';
}

function item(shop: ConnectedShop, text: ConnectText): Fragment {
  const { name, market, id } = shop;
  return html`<li>
    <strong><bdi>${plain(name, 60)}</bdi></strong> (${plain(market, 10)}, ${plain(id, 40)})<br />
    <span class="soft">${shopText(shop, text)}</span>
  </li>`;
}

/** What became of one shop, in words. */
export function shopText({ is, because = '' }: ConnectedShop, text: ConnectText): string {
  return is === 'unfit' ? text.unfit(because) : text.shop[is];
}
