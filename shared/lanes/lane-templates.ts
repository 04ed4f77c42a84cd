import { days } from '../domain/time.ts';
import type { LaneTemplate } from './lane-template.ts';

const onTheLastMile = [
  'handed-to-last-mile',
  'out-for-delivery',
  'delivery-attempt-failed',
  'available-for-pickup',
  'delivered',
  'returned-to-sender',
  'exception-address',
  'exception-lost-damaged',
] as const;

const pastBorder = [
  'arrived-destination-country',
  'import-customs-started',
  'import-customs-held',
  'import-customs-cleared',
  ...onTheLastMile,
] as const;

/**
 * The first that fits an order is its lane. Where nobody publishes how long a step takes, the figure is assumed and
 * about twice what carriers advertise (2026-11): a late node is a warning, and a false one costs trust.
 */
export const laneTemplates: readonly LaneTemplate[] = [
  {
    id: 'transit-warehouse',
    origin: 'CN',
    sellerTypes: ['CROSS_BORDER'],
    shipping: ['tiktok'],
    nodes: [
      { node: 'departed-origin-country', or: pastBorder, by: days(9) },
      { node: 'arrived-destination-country', or: pastBorder, by: days(12) },
      { node: 'handed-to-last-mile', or: onTheLastMile, by: days(18) },
    ],
    // Visible on the day itself 12 %, after two days 87 %, after three 99 % of parcels.
    blind: days(3),
    source: 'trade press on transit warehouses in China (figures of 2025)',
    confidence: 'press',
  },
  {
    id: 'cross-border-th',
    origin: 'CN',
    markets: ['TH'],
    sellerTypes: ['CROSS_BORDER'],
    nodes: [
      { node: 'arrived-destination-country', or: pastBorder, by: days(6) },
      // Customs and entry take 47 hours there.
      { node: 'import-customs-cleared', or: onTheLastMile, by: days(9) },
      { node: 'handed-to-last-mile', or: onTheLastMile, by: days(11) },
    ],
    source: 'trade press on Thai customs (figures of 2025), doubled',
    confidence: 'press',
  },
  {
    id: 'cross-border',
    origin: 'CN',
    sellerTypes: ['CROSS_BORDER'],
    nodes: [
      { node: 'departed-origin-country', or: pastBorder, by: days(8) },
      { node: 'arrived-destination-country', or: pastBorder, by: days(11) },
      { node: 'handed-to-last-mile', or: onTheLastMile, by: days(16) },
    ],
    source: 'house rule, 2026-11',
    confidence: 'assumed',
  },
  {
    id: 'domestic',
    origin: 'market',
    sellerTypes: ['LOCAL'],
    nodes: [{ node: 'out-for-delivery', or: onTheLastMile, by: days(8) }],
    source: 'house rule, 2026-11',
    confidence: 'assumed',
  },
];
