import { createHash } from 'node:crypto';

const hex = '0123456789abcdef';
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const digits = '0123456789';

/** Characters that follow from seed and name alone, at most 64. */
function drawn(seed: number, name: string, alphabet: string, length: number): string {
  const bytes = createHash('sha512').update(`${seed}/${name}`).digest();
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** Everything that names or opens an app and its seller, in the shapes the real ones have. */
export interface AppSecrets {
  readonly appKey: string;
  readonly appSecret: string;
  readonly openId: string;
  /** What a consent link names the app by. */
  readonly serviceId: string;
  /** Never leaves the simulator: seals tokens. */
  readonly sealing: string;
  /** The seller's key at 17TRACK. */
  readonly seventeenTrackKey: string;
}

export function appSecrets(seed: number): AppSecrets {
  return {
    appKey: drawn(seed, 'app-key', lower, 12),
    appSecret: drawn(seed, 'app-secret', hex, 40),
    openId: drawn(seed, 'open-id', mixed, 48),
    serviceId: `7${drawn(seed, 'service-id', digits, 18)}`,
    sealing: drawn(seed, 'sealing', mixed, 64),
    seventeenTrackKey: drawn(seed, 'seventeen-track', hex.toUpperCase(), 32),
  };
}

export interface ShopSecrets {
  readonly id: string;
  readonly cipher: string;
  readonly warehouses: { readonly domestic: string; readonly china: string };
}

export function shopSecrets(seed: number, place: number): ShopSecrets {
  return {
    id: `7494${drawn(seed, `shop-${place}`, digits, 15)}`,
    cipher: `ROW_${drawn(seed, `cipher-${place}`, mixed, 27)}`,
    warehouses: {
      domestic: `7388${drawn(seed, `warehouse-${place}`, digits, 15)}`,
      china: `7389${drawn(seed, `warehouse-${place}`, digits, 15)}`,
    },
  };
}

export function authCodeOf(seed: number, count: number): string {
  return `ROW_${drawn(seed, `auth-code-${count}`, mixed, 50)}`;
}
