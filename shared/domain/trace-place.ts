import type { Milestone, ToldMilestone } from './milestone.ts';

/** Where on its way a parcel stands, as the last thing that was said of it tells. */
export const tracePlaces = [
  'origin',
  'export-customs',
  'line-haul',
  'import-customs',
  'destination',
  'last-mile',
  'unclear',
] as const;
export type TracePlace = (typeof tracePlaces)[number];

const places: Readonly<Record<Milestone, TracePlace>> = {
  'label-created': 'origin',
  'picked-up': 'origin',
  'accepted-at-origin-facility': 'origin',
  'departed-origin-facility': 'line-haul',
  'export-customs-started': 'export-customs',
  'export-customs-held': 'export-customs',
  'export-customs-cleared': 'line-haul',
  'departed-origin-country': 'line-haul',
  'arrived-destination-country': 'destination',
  'import-customs-started': 'import-customs',
  'import-customs-held': 'import-customs',
  'import-customs-cleared': 'destination',
  'arrived-destination-facility': 'destination',
  'departed-facility': 'destination',
  'handed-to-last-mile': 'last-mile',
  'out-for-delivery': 'last-mile',
  'delivery-attempt-failed': 'last-mile',
  'available-for-pickup': 'last-mile',
  delivered: 'last-mile',
  'returned-to-sender': 'last-mile',
  'exception-lost-damaged': 'unclear',
  'exception-address': 'last-mile',
  'exception-other': 'unclear',
  'information-only': 'unclear',
};

export function placeOf(milestone: ToldMilestone | undefined): TracePlace {
  return milestone === undefined || milestone === 'unrecognised' ? 'unclear' : places[milestone];
}
