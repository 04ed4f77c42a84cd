/** The lanes that templates describe; what fits none of them is `unclear`. */
export const laneIds = ['transit-warehouse', 'cross-border-th', 'cross-border', 'domestic'] as const;
export type LaneId = (typeof laneIds)[number];

/** Below this a share or a percentile hangs on one or two parcels (house rule, 2026). */
export const enoughParcels = 30;
