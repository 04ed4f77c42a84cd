import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Rejected, Transient } from '../../../shared/ports/errors.ts';
import { aShop } from '../../support/a-shop.ts';
import { now } from '../../support/moments.ts';
import { type Stall, aStall, failure } from './a-stall.ts';
import { ok, refused } from './fake-tiktok.ts';

const updatePath = '/fulfillment/202309/packages/1153131168834490069/shipping_info/update';
const packagePath = '/fulfillment/202309/packages/1153131168834490069';

let stall: Stall;
beforeEach(async () => {
  stall = await aStall();
});
afterEach(async () => {
  await stall.close();
});

function corrections() {
  return stall.process().corrections(aShop(), now);
}

function change() {
  return corrections().change('1153131168834490069', 'RB123456785GB', '7117858858072016902');
}

/** Refuses the change with this code; the parcel bears this number. */
function refuses(code: number, number?: string): void {
  stall.tiktok.behave = ({ path }) => (path === updatePath ? refused(code) : ok({ tracking_number: number }));
}

describe('whose label a number stands on', () => {
  test.each([
    [{ is_tiktok_shipping: true, is_tiktok_collection: false }, 'platform'],
    [{ is_tiktok_shipping: true, is_tiktok_collection: true }, 'platform'],
    [{ is_tiktok_shipping: false, is_tiktok_collection: true }, 'collection'],
    [{ is_tiktok_shipping: false, is_tiktok_collection: false }, 'other'],
    [{}, 'other'],
  ])('%j → %s', async (answer, origin) => {
    stall.tiktok.behave = () => ok(answer);
    expect(await corrections().labelOf('RB123456785GB')).toBe(origin);
    expect(stall.tiktok.seen).toMatchObject([
      {
        method: 'GET',
        path: '/fulfillment/202508/tts_tracking_validation',
        query: { tracking_number: 'RB123456785GB', shop_cipher: aShop().cipher },
      },
    ]);
  });

  test('an answer of another shape is refused with its path', async () => {
    stall.tiktok.behave = () => ok({ is_tiktok_shipping: 'yes' });
    await expect(corrections().labelOf('x')).rejects.toThrow(
      'number validation: unreadable at data.is_tiktok_shipping',
    );
  });
});

describe('a change of a number', () => {
  test('is one signed call', async () => {
    expect(await change()).toBe('changed');
    const [request] = stall.tiktok.seen;
    expect(request).toMatchObject({ method: 'POST', path: updatePath });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      tracking_number: 'RB123456785GB',
      shipping_provider_id: '7117858858072016902',
    });
    expect(stall.tiktok.seen).toHaveLength(1);
  });

  test.each([
    [21011049, 'window-over'],
    [21011050, 'window-over'],
    [21011051, 'used-up'],
    [21011052, 'used-up'],
  ])('refused with %d is %s', async (code, outcome) => {
    refuses(code, 'RB 123 456 785 GB');
    expect(await change()).toBe(outcome);
    expect(stall.tiktok.on(packagePath)).toHaveLength(1);
  });

  test('that was made before, its answer lost, is found made', async () => {
    refuses(21011051, 'RB123456785GB');
    expect(await change()).toBe('already');
  });

  test('whose answer is lost on the way is found made at the second try', async () => {
    let tries = 0;
    stall.tiktok.behave = ({ path }) => {
      if (path !== updatePath) return ok({ tracking_number: 'RB123456785GB' });
      tries += 1;
      return tries === 1 ? 'break-off' : refused(21011052);
    };
    expect(await change()).toBe('already');
  });

  test.each([21011004, 21004012, 21004015])('refused with %d is for a person', async (code) => {
    refuses(code);
    const error = await failure(change());
    expect(error).toBeInstanceOf(Rejected);
    expect(error).toMatchObject({ about: 'request', message: expect.stringContaining(`code ${code}`) });
    expect(stall.tiktok.on(packagePath)).toEqual([]);
  });

  test('that passing trouble stops is neither made nor refused', async () => {
    stall.tiktok.behave = () => refused(36009003, 'oops', 500);
    expect(await failure(change())).toBeInstanceOf(Transient);
  });

  test('of which nobody can tell whether it was made is not taken for refused', async () => {
    stall.tiktok.behave = ({ path }) => (path === updatePath ? refused(21011051) : { text: '', status: 503 });
    expect(await failure(change())).toBeInstanceOf(Transient);
  });
});
