import type { Market } from '../domain/shop.ts';

/**
 * The zone whose midnight ends a market's day. The United States have several; TikTok's US seller policy counts
 * to 23:59 Pacific time (fulfillment policy of 23 Oct 2025).
 */
const zones: Readonly<Record<Market, string>> = {
  BR: 'America/Sao_Paulo',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  ID: 'Asia/Jakarta',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  PH: 'Asia/Manila',
  SG: 'Asia/Singapore',
  TH: 'Asia/Bangkok',
  US: 'America/Los_Angeles',
  VN: 'Asia/Ho_Chi_Minh',
};

/** The markets whose clock is known; rules may name no other. */
export const markets: readonly Market[] = Object.keys(zones);

export function marketZone(market: Market): string {
  return zones[market] ?? 'UTC';
}
