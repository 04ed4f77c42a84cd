import * as z from 'zod';
import type { NoticeRequest } from '../domain/notice.ts';
import { Rejected } from '../ports/errors.ts';
import type { SellerVault } from '../ports/credentials.ts';

/** A field of a channel's secret: what is wrong with it and an example, never what stood there. */
function says(problem: string, example: string): { error: (asked: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => `${input === undefined ? 'is missing' : problem}; for example "${example}"` };
}

/** Where to post. Plain http only on this machine, for a receiver one runs oneself. */
export function addressField(example: string) {
  return z
    .string(says('is not an https address', example))
    .regex(
      /^https:\/\/[^\s/]\S*$|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]\S*$/,
      says('is not an https address', example),
    );
}

/** A key, token or id in one piece. */
export function keyField(example: string) {
  const must = says('must be a text without blanks', example);
  return z.string(must).regex(/^\S{1,512}$/, must);
}

/** A robot's address, and the key it signs with where its people have switched that on. */
export function robotFields(address: string, key: string) {
  return z.object({ url: addressField(address), secret: keyField(key).exactOptional() });
}

/**
 * The stored secret of a notice's channel: JSON with the fields of its kind, or the bare address where that is all.
 * Throws Rejected, naming the fields at fault, when a person has to store it anew.
 */
export async function readSecret<Secret>(
  vault: Pick<SellerVault, 'readChannelSecret'>,
  { shop, channel }: Pick<NoticeRequest, 'shop' | 'channel'>,
  who: string,
  fields: z.ZodType<Secret>,
): Promise<Secret> {
  // Notices of a version before there were several channels do not say: theirs is the shop's one webhook.
  const text = await vault.readChannelSecret(shop.id, channel.secret ?? 'slack');
  if (text === undefined) throw new Rejected(`${who}: nothing is stored for channel ${channel.id}`, 'credential');
  const checked = fields.safeParse(parse(text));
  if (checked.success) return checked.data;
  const places = checked.error.issues.map(({ path }) => path.join('.') || 'the whole');
  throw new Rejected(
    `${who}: what is stored for channel ${channel.id} does not fit at ${places.join(', ')}`,
    'credential',
  );
}

function parse(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return { url: text.trim() };
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the secret; the schema then says what is missing.
    return undefined;
  }
}
