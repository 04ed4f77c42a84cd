import * as z from 'zod';
import { locales } from '../domain/shop.ts';
import { expects } from './complaint.ts';

export const localeSchema = z.enum(
  locales,
  expects(`is not a language we write (${locales.join(', ')})`, '"en"', 'show'),
);

/** One mail address; the complaint never repeats it. */
export const addressSchema = (example: string) => {
  const says = expects('is not an e-mail address', example);
  return z.string(says).regex(/^[^\s@<>,]+@[^\s@<>,]+$/, says);
};

export const recipientFields = {
  address: addressSchema('"owner@example.com"'),
  locale: localeSchema.exactOptional(),
};
