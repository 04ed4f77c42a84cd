import { describe, expect, it } from 'vitest';
import type { ConnectOutcome } from '../../shared/jobs/connect.ts';
import { connectPage } from '../../shared/pages/connect-page.ts';
import { expectGolden } from '../channels/golden.ts';

const nasty = '<script>alert(1)</script> "Evri" & Söhne';
const shops = [
  { id: '7495510238846614801', name: `Harbour Lane ${nasty}`, market: 'GB', is: 'new' },
  { id: '7495510238846614802', name: 'Orchid House', market: 'TH', is: 'renewed' },
  { id: '7495510238846614803', name: '港湾小店', market: 'US', is: 'no-recipient' },
  { id: nasty, name: nasty, market: nasty, is: 'unfit', because: 'market, sellerType' },
] as const;

const outcomes: readonly (readonly [string, ConnectOutcome, number])[] = [
  ['connected', { is: 'connected', shops, replayed: false }, 200],
  ['connected-again', { is: 'connected', shops: shops.slice(0, 2), replayed: true }, 200],
  ['connected-none', { is: 'connected', shops: shops.slice(2), replayed: false }, 200],
  ['declined', { is: 'declined' }, 200],
  ['no-state', { is: 'no-state' }, 400],
  ['no-code', { is: 'no-code' }, 400],
  ['refused', { is: 'refused' }, 403],
  ['expired', { is: 'expired' }, 410],
  ['busy', { is: 'busy' }, 409],
  ['code-expired', { is: 'code-expired' }, 410],
  ['code-used', { is: 'code-used' }, 409],
  ['app-refused', { is: 'app-refused', because: nasty }, 422],
  ['scopes-missing', { is: 'scopes-missing', scopes: ['Order Information', 'Logistics Basic'] }, 403],
  ['no-shops', { is: 'no-shops' }, 200],
  ['not-a-seller', { is: 'not-a-seller' }, 403],
  ['unreachable', { is: 'unreachable' }, 424],
];

describe('the page that a seller comes back to', () => {
  it.each(outcomes)('%s looks as stored', (name, outcome, status) => {
    const page = connectPage(outcome);
    expect(page).toMatchObject({ status, logged: outcome.is });
    expect(page.body).not.toContain('<script>');
    expectGolden(`connect-${name}.html`, page.body);
  });

  it('says in both languages what to do, under one heading of the first rank', () => {
    for (const [name, outcome] of outcomes) {
      const { body } = connectPage(outcome);
      expect(body.match(/<h1>/g), name).toHaveLength(1);
      expect(body, name).toMatch(/lang="zh-CN"><h2>[^<]*\p{Script=Han}/u);
    }
  });

  it('is not found elsewhere, and is only read', () => {
    expect(connectPage({ is: 'not-found' }).status).toBe(404);
    expect(connectPage({ is: 'wrong-method' })).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });
});
