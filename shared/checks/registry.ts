import type { SubjectKind } from '../domain/verdict.ts';
import type { Check } from './check.ts';
import { confirmBy } from './confirm-by.ts';
import { credentialExpiry } from './credential-expiry.ts';
import { deliverBy } from './deliver-by.ts';
import { feedLagging } from './feed-lagging.ts';
import { pickupBy } from './pickup-by.ts';
import { traceFeed } from './trace-feed.ts';
import { traceSilent } from './trace-silent.ts';

/** Every check there is, by what it judges. The order here is the order in tables. */
export const checks: { readonly [Kind in SubjectKind]: readonly Check<Kind>[] } = {
  order: [confirmBy, pickupBy, traceSilent, deliverBy],
  credential: [credentialExpiry],
  shop: [feedLagging, traceFeed],
};

/** All checks as far as their subject does not matter: ids, stages, inhibitions. */
export const checkCards: readonly Omit<Check, 'judge'>[] = [...checks.order, ...checks.credential, ...checks.shop];
