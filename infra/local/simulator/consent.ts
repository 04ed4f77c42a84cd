import { html, type Html } from '../html.ts';
import type { Answer } from './envelope.ts';
import type { WireRequest } from './signature.ts';
import type { World } from './world.ts';

/** Of the authorization page, `https://services.tiktokshop.com/open/authorize`. */
export const consentPath = '/open/authorize';

/**
 * The page on which a seller agrees or refuses. The browser then goes to the app's redirect URL, as the documents have
 * it: `?code=…&state=…`, or `?code=null&error=auth_denied&state=…`. An install from the App Store brings no state back.
 */
export function answerConsent({ method, query, body }: WireRequest, world: World): Answer {
  const { redirectUrl } = world.consent;
  if (query.get('service_id') !== world.secrets.serviceId) return problem('There is no app with this service_id.');
  if (redirectUrl === undefined) return problem('The app has no redirect URL.');
  if (method === 'GET') return page(200, form(world));
  if (method !== 'POST') return problem('Method not allowed.');
  const answer = new URLSearchParams(body.toString('utf8')).get('answer');
  const target = new URL(redirectUrl);
  const isGiven = answer === 'accept' || answer === 'install';
  target.searchParams.set('code', isGiven ? world.tokens.issueAuthCode() : 'null');
  if (!isGiven) target.searchParams.set('error', 'auth_denied');
  const state = query.get('state');
  if (state !== null && answer !== 'install') target.searchParams.set('state', state);
  return { is: 'answer', status: 302, body: '', type: 'text', location: target.href };
}

function form({ sellerName, shops, scopes }: World): Html {
  return html`<h1>Let Tidewatch see your shops?</h1>
    <p>Signed in as <strong>${sellerName}</strong>. The app will be able to read the orders and parcels of:</p>
    <ul>
      ${shops.map(({ name, region }) => html`<li>${name} <small>${region}</small></li>`)}
    </ul>
    <p><small>Access scopes: ${scopes.join(', ')}</small></p>
    <form method="post">
      <button name="answer" value="accept" class="main">Confirm to authorize</button>
      <button name="answer" value="refuse">Cancel</button>
      <button name="answer" value="install" class="quiet">Install from the App Store instead (no state)</button>
    </form>`;
}

function problem(text: string): Answer {
  return page(400, html`<h1>${text}</h1>`);
}

function page(status: number, content: Html): Answer {
  const document = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Authorize · simulated TikTok Shop</title>
        <link rel="icon" href="data:," />
        ${style}
      </head>
      <body>
        <header>Simulated TikTok Shop: this page stands in for TikTok’s own</header>
        <main>${content}</main>
      </body>
    </html>`;
  return { is: 'answer', status, body: document.toString(), type: 'html' };
}

const style = html`<style>
  body {
    margin: 0;
    font:
      16px/1.5 system-ui,
      sans-serif;
    background: #f2f2f4;
    color: #161823;
  }
  header {
    background: #161823;
    color: #fff;
    padding: 0.75rem 1rem;
    font-size: 0.875rem;
  }
  main {
    max-width: 32rem;
    margin: 1rem auto;
    padding: 1.25rem;
    background: #fff;
    border-radius: 12px;
  }
  h1 {
    margin: 0 0 0.5rem;
    font-size: 1.375rem;
  }
  small {
    color: #595b66;
  }
  button {
    display: block;
    width: 100%;
    margin: 0 0 0.5rem;
    padding: 0.75rem;
    font: inherit;
    border: 1px solid #8a8b91;
    border-radius: 8px;
    background: #fff;
    cursor: pointer;
  }
  .main {
    background: #007a73;
    border-color: #007a73;
    color: #fff;
    font-weight: 600;
  }
  .quiet {
    border: 0;
    color: #595b66;
    font-size: 0.875rem;
  }
</style>`;
