import * as z from 'zod';
import { addressField, keyField } from './secret.ts';

/** Where to post, and the key that both sides know. */
export const WebhookSecret = z.object({
  url: addressField('https://example.com/tidewatch'),
  secret: keyField('32 random characters or more').min(16, 'is shorter than 16 characters; for example 32 random ones'),
});
