import { hours } from '../domain/time.ts';

/**
 * "Delivered more than 24 hours after the promise it counts in the late-fulfilment rate" (founding article, 2024).
 * Holds for promises of which no clause says otherwise, TikTok's own among them.
 */
export const deliveryGrace = hours(24);
