import type { NoticeRequest } from '../domain/notice.ts';

/** Hosts of the markets' own Seller Centers whose name is not `seller-<region>`. */
const hosts: Readonly<Record<string, string>> = {
  GB: 'seller-uk.tiktok.com',
  DE: 'seller-eu.tiktok.com',
  FR: 'seller-eu.tiktok.com',
  ES: 'seller-eu.tiktok.com',
  IT: 'seller-eu.tiktok.com',
  IE: 'seller-eu.tiktok.com',
};

const chineseZones = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau']);

/**
 * The order's page in Seller Center. TikTok documents no such address; this is our best knowledge (November 2026):
 * local shops sign in at `seller-<region>.tiktok.com`, shops run from China at the cross-border host, and both take
 * `order_no` and `shop_region`. Where a shop is run from is read off the zone its people live in.
 */
export function orderLink(shop: Pick<NoticeRequest['shop'], 'market' | 'zone'>, order: string): string {
  const region = /^[A-Z]{2}$/.test(shop.market) ? shop.market : '';
  const local = hosts[region] ?? `seller-${region.toLowerCase()}.tiktok.com`;
  const host = region === '' || chineseZones.has(shop.zone) ? 'seller.tiktokglobalshop.com' : local;
  const query = new URLSearchParams({ order_no: order, ...(region === '' ? {} : { shop_region: region }) });
  // Left alone in a query, but a formatting mark in Slack.
  return `https://${host}/order/detail?${query.toString().replaceAll('*', '%2A')}`;
}
