import type { Market } from '../domain/shop.ts';

export interface TicketCategory {
  readonly path: string;
  /** TikTok's help pages name the path for this market. */
  readonly documented: boolean;
}

/** Markets whose Seller Center help ("logistics status stuck": VN, TH 18 July 2024; ID likewise) names the path. */
const documentedIn: ReadonlySet<Market> = new Set(['VN', 'TH', 'ID']);

/** As one widely copied article on TikTok Shop logistics has it; not found on TikTok's own pages. */
export const articleCategory = 'Logistics → Tracking Sync Issue / 物流轨迹补录申请';

/** Where in Seller Center a trace that does not move is reported. No API files it. */
export function unmovedTraceCategory(market: Market): TicketCategory {
  return {
    path: 'Complaints & Dispute (Logistic related) → Delivery process inquiry → Unmoved tracking event',
    documented: documentedIn.has(market),
  };
}
