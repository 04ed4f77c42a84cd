import * as z from 'zod';
import { carrierKey } from '../domain/carrier-name.ts';
import { expects } from './complaint.ts';
import { addressSchema, localeSchema } from './recipient-schema.ts';

/** Compared without case and spaces, so a name of nothing else would be none. */
const nameSays = expects('must be a name or an id that is not empty', '"YunExpress"');
const nameSchema = z
  .string(nameSays)
  .regex(/\S/, nameSays)
  .max(100, expects('is longer than any name', '"YunExpress"'));

export const carriersSchema = z
  .array(nameSchema, expects('must be a list of names or ids', '["YunExpress", "4PX"]'))
  .min(1, expects('approves no carrier; leave it out if you keep no list', '["YunExpress", "4PX"]'));

const contactSchema = z.strictObject(
  { name: nameSchema, contact: addressSchema('"ops@carrier.example"'), locale: localeSchema.exactOptional() },
  expects(
    'must be a carrier with the address of its people',
    '{"name": "YunExpress", "contact": "ops@carrier.example"}',
  ),
);

/** Whom to write to about a carrier's parcels: each carrier once. */
export const contactsSchema = z
  .array(contactSchema, expects('must be a list', '[{"name": "YunExpress", "contact": "ops@carrier.example"}]'))
  .superRefine((contacts, issues) => {
    const keys = contacts.map(({ name }) => carrierKey(name));
    for (const [place, { name }] of contacts.entries()) {
      if (keys.indexOf(keys[place] ?? '') === place) continue;
      const message = `"${name}" is there twice; for example leave the older one out`;
      issues.addIssue({ code: 'custom', path: [place, 'name'], message });
    }
  });
