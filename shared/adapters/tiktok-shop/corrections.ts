import * as z from 'zod';
import type { Correction, Corrections } from '../../ports/corrections.ts';
import { Rejected } from '../../ports/errors.ts';
import type { Client } from './client.ts';
import { fieldPaths } from './field-paths.ts';
import { flag, optionalText } from './field.ts';
import { RefusedByCode } from './refusal.ts';

const validation = z.object({ is_tiktok_shipping: flag, is_tiktok_collection: flag });
const packageDetail = z.object({ tracking_number: optionalText });

/** Codes of Update Package Shipping Info 202309 (official page, 2025-12). */
const windowOver: ReadonlySet<number> = new Set([21011049, 21011050]);
const usedUp: ReadonlySet<number> = new Set([21011051, 21011052]);

/** Corrects numbers of parcels that the seller ships; of others TikTok refuses it (21011004), and so does this. */
export function openCorrections(client: Client): Corrections {
  return {
    async labelOf(number) {
      const data = await client.call({
        endpoint: 'number validation',
        counts: 'other',
        method: 'GET',
        path: '/fulfillment/202508/tts_tracking_validation',
        query: { tracking_number: number },
      });
      const answer = read(validation, 'number validation', data);
      if (answer.is_tiktok_shipping) return 'platform';
      return answer.is_tiktok_collection ? 'collection' : 'other';
    },
    async change(parcel, number, provider) {
      try {
        await client.call({
          endpoint: 'number change',
          counts: 'other',
          method: 'POST',
          path: `${pathOf(parcel)}/shipping_info/update`,
          body: JSON.stringify({ tracking_number: number, shipping_provider_id: provider }),
        });
        return 'changed';
      } catch (error) {
        const refused = meaningOf(error);
        if (!refused) throw error;
        // An answer may have been lost: what looks like somebody's change is then our own.
        return (await numberOf(client, parcel)) === number ? 'already' : refused;
      }
    },
  };
}

function meaningOf(error: unknown): Correction | undefined {
  if (!(error instanceof RefusedByCode)) return undefined;
  if (windowOver.has(error.code)) return 'window-over';
  return usedUp.has(error.code) ? 'used-up' : undefined;
}

async function numberOf(client: Client, parcel: string): Promise<string | undefined> {
  const data = await client.call({ endpoint: 'package detail', counts: 'other', method: 'GET', path: pathOf(parcel) });
  return read(packageDetail, 'package detail', data).tracking_number;
}

function pathOf(parcel: string): string {
  return `/fulfillment/202309/packages/${encodeURIComponent(parcel)}`;
}

function read<Shape>(schema: z.ZodType<Shape>, endpoint: string, data: unknown): Shape {
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new Rejected(`${endpoint}: unreadable at ${fieldPaths(parsed.error, ['data']).join(', ')}`);
  return parsed.data;
}
