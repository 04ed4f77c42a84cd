import type { Traits } from '../life.ts';
import type { Market } from '../markets.ts';
import type { BasketItem } from './products.ts';

/** Decimal string in the market's currency; the argument is in pounds. */
export function money(pounds: number, market: Market): string {
  return (pounds * market.rate).toFixed(market.decimals);
}

/** Share of the list price that seller and platform take off. */
export const discounts = { seller: 0.1, platform: 0.05 };

export function unitPrice(item: BasketItem, traits: Traits): { readonly list: number; readonly sale: number } {
  if (traits.sample) return { list: item.product.price, sale: 0 };
  return { list: item.product.price, sale: item.product.price * (1 - discounts.seller - discounts.platform) };
}

export function paymentOf(
  basket: readonly BasketItem[],
  traits: Traits,
  market: Market,
): Readonly<Record<string, string>> {
  const list = basket.reduce((sum, item) => sum + unitPrice(item, traits).list, 0);
  const sale = basket.reduce((sum, item) => sum + unitPrice(item, traits).sale, 0);
  const shipping = traits.sample || sale > 20 ? 0 : 2.99;
  const tax = market.region === 'US' ? sale * 0.08 : 0;
  return {
    currency: market.currency,
    sub_total: money(sale, market),
    shipping_fee: money(shipping, market),
    seller_discount: money(list * discounts.seller, market),
    platform_discount: money(list * discounts.platform, market),
    total_amount: money(sale + shipping + tax, market),
    original_total_product_price: money(list, market),
    original_shipping_fee: money(2.99, market),
    shipping_fee_seller_discount: money(2.99 - shipping, market),
    shipping_fee_platform_discount: '0',
    shipping_fee_cofunded_discount: '0',
    tax: money(tax, market),
    shipping_fee_tax: '0',
    product_tax: money(tax, market),
    ...(market.region === 'TH' ? { small_order_fee: '0' } : {}),
    ...(market.region === 'US' ? { retail_delivery_fee: '0', item_insurance_fee: '0', item_insurance_tax: '0' } : {}),
    ...(market.region === 'ID'
      ? { buyer_service_fee: '1000', handling_fee: '0', shipping_insurance_fee: '0', item_insurance_fee: '0' }
      : {}),
  };
}
