import { authorization } from './authorization.ts';
import { channels } from './channels.ts';
import { clockSkew } from './clock-skew.ts';
import { deadLetters } from './dead-letters.ts';
import type { Examination } from './examination.ts';
import { keyAges } from './key-ages.ts';
import { lag } from './lag.ts';
import { mail } from './mail.ts';
import { quarantine } from './quarantine.ts';
import { queues } from './queues.ts';
import { shopList } from './shop-list.ts';
import { unwatchedRules } from './unwatched-rules.ts';
import { webhooks } from './webhooks.ts';

/** In the order in which one thing explains the next. */
export const examinations: readonly Examination[] = [
  shopList,
  authorization,
  clockSkew,
  lag,
  webhooks,
  queues,
  deadLetters,
  mail,
  channels,
  keyAges,
  quarantine,
  unwatchedRules,
];
