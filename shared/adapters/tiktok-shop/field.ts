import * as z from 'zod';
import { instant } from '../../domain/time.ts';

/** Ten digits at most: a value in milliseconds is malformed, not the year 53000. */
const unixSeconds = z.int().min(0).max(9_999_999_999);

/** A time that must be there. */
export const time = unixSeconds.min(1).transform((value) => instant(value * 1_000));

/** A time that may not apply; TikTok writes that as 0, null, an empty text or not at all. */
export const optionalTime = z
  .union([unixSeconds, z.literal('')])
  .nullish()
  .transform((value) => (value ? instant(value * 1_000) : undefined));

/** Ids are decimal in production. They become keys and parts of URLs, so nothing else than words is let in. */
export const id = z.string().regex(/^[\w-]{1,64}$/);

/** An id that may not be there yet. */
export const optionalId = z
  .union([id, z.literal('')])
  .nullish()
  .transform((value) => value || undefined);

/** Blank, null and absent are the same: no text. Control characters are no text either. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value?.replaceAll(/\p{Cc}+/gu, ' ').trim() || undefined);

/** Carriers' names and parcel numbers are far shorter; what is longer must not fill items and messages. */
const longestShortText = 100;

/** A text that is kept: cut by characters, for half an emoji is not text. */
export const shortText = optionalText.transform((value) =>
  value !== undefined && value.length > longestShortText
    ? Array.from(value).slice(0, longestShortText).join('')
    : value,
);

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value === true);

/** A list of which an empty one may come as null or not at all. */
export function list<T extends z.ZodType>(element: T) {
  return z
    .array(element)
    .nullish()
    .transform((value) => value ?? []);
}
