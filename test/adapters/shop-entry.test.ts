import { describe, expect, it } from 'vitest';
import { entryOf } from '../../shared/adapters/shop-entry.ts';
import { parseShop } from '../../shared/adapters/shop-file.ts';
import { hours } from '../../shared/domain/time.ts';
import { aShop } from '../support/a-shop.ts';

const known = { packs: ['article'] };

describe('a shop as the table keeps it', () => {
  it('is the same shop when it is read again', () => {
    const shop = aShop({ slack: { locale: 'en' }, remindAfter: { warning: hours(1.25) } });
    expect(parseShop(JSON.stringify(entryOf(shop)), known)).toEqual(shop);
  });

  it('must name app and seller', () => {
    expect(() => parseShop(JSON.stringify({ ...entryOf(aShop()), seller: '701' }), known)).toThrow(
      'seller: must be {"appKey": …, "openId": …}',
    );
  });
});
