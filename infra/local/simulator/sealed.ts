import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a sealed value is bound to: it opens only under the same secret and context. */
interface Seal {
  readonly secret: string;
  readonly context: string;
}

const macBytes = 12;

function mac(plain: Buffer, { secret, context }: Seal): Buffer {
  return createHmac('sha256', secret).update(`${context}\u0000`).update(plain).digest().subarray(0, macBytes);
}

function masked(bytes: Buffer, salt: Buffer, { secret }: Seal): Buffer {
  const stream = createHmac('sha512', `${secret}-mask`).update(salt).digest();
  return Buffer.from(bytes.map((byte, index) => byte ^ (stream[index] ?? 0)));
}

/** At most 64 bytes, signed and masked: opaque to whoever carries it, so that nobody builds on what is inside. */
export function seal(plain: Buffer, under: Seal): Buffer {
  const salt = mac(plain, under);
  return Buffer.concat([salt, masked(plain, salt, under)]);
}

/** Undefined for anything that was not sealed like this. */
export function unseal(sealed: Buffer, under: Seal): Buffer | undefined {
  if (sealed.length <= macBytes) return undefined;
  const salt = sealed.subarray(0, macBytes);
  const plain = masked(sealed.subarray(macBytes), salt, under);
  return timingSafeEqual(mac(plain, under), salt) ? plain : undefined;
}
