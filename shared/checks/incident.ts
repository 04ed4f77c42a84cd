import { chanceOf } from '../domain/unusual.ts';
import { ok } from '../domain/verdict.ts';
import type { Check } from './check.ts';

/** Fewer are told one by one: a list of four is read faster than a summary of it (house rule, 2026-11). */
const fewest = 5;

/** Once in a thousand by chance: with some fifty causes judged an hour, about one false one in a day of calm. */
const byChance = 0.001;

/** It ends when there are about as many as usual, not when one parcel of many moves. */
const ordinary = 0.5;

/** So many times as many as people were told of are another order of things (house rule, 2026-11). */
const growth = 4;

/**
 * "Thirty parcels of one carrier that stop at one place have one cause, and need one ticket." Many is measured by the
 * carrier's own usual share of silent parcels, so that a large shop's everyday silence is no incident.
 */
export const incident = {
  id: 'incident',
  on: 'incident',
  stages: [{ id: 'many-parcels-one-cause', severity: 'critical' }],
  newsOf: ['told'],
  inhibitedBy: ['feed-lagging'],
  judge({ cause, members, parcels, usual, since, told }) {
    const chance = chanceOf(members, parcels, usual);
    const isOver =
      told === undefined ? members < fewest || chance > byChance : members < fewest - 2 || chance > ordinary;
    if (isOver) return ok;
    const { stage, carrier, place } = cause;
    return {
      is: 'firing',
      stage: 'many-parcels-one-cause',
      since,
      facts: {
        cause: stage,
        carrier,
        place,
        members,
        parcels,
        usual,
        told: told === undefined || members >= growth * told ? members : told,
      },
    };
  },
} as const satisfies Check<'incident'>;
