import type { Locale, Market } from '../domain/shop.ts';

export function marketName(market: Market, locale: Locale): string {
  return /^[A-Z]{2}$/.test(market) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(market) ?? market) : market;
}
