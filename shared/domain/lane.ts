/** The lanes that templates describe; what fits none of them is `unclear`. */
export const laneIds = ['transit-warehouse', 'cross-border-th', 'cross-border', 'domestic'] as const;
export type LaneId = (typeof laneIds)[number];
