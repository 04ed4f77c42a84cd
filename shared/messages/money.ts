import type { Locale } from '../domain/shop.ts';

/** `£42.90`; an amount that is no decimal number or a currency that is no code is left out, not guessed. */
export function money(amount: string, currency: string, locale: Locale): string | undefined {
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(amount) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount));
}
