import { readFileSync } from 'node:fs';
import { environments } from '../../../functions/environment.ts';
import { parseShopFile } from '../../../shared/adapters/shop-file.ts';
import { knownToShops } from '../../../shared/known-to-shops.ts';
import type { World } from './world.ts';

const { TIKTOK_API_URL, TIKTOK_AUTH_URL, TIKTOK_CALLS_PER_SECOND, SEVENTEENTRACK_URL } = environments.sweep.shape;

/** Real shops with real credentials, as a shop file describes them. Throws what is wrong with the file. */
export function realWorld(file: string): World {
  return {
    file: parseShopFile(readFileSync(file, 'utf8'), knownToShops),
    apiUrl: TIKTOK_API_URL.parse(undefined),
    authUrl: TIKTOK_AUTH_URL.parse(undefined),
    callsPerSecond: TIKTOK_CALLS_PER_SECOND.parse(undefined),
    seventeenTrackUrl: SEVENTEENTRACK_URL.parse(undefined),
    close: () => Promise.resolve(),
  };
}
