import * as z from 'zod';
import { keyKinds } from '../domain/credential.ts';
import { attestations } from '../domain/deed.ts';
import type { Market } from '../domain/shop.ts';
import { secondSources } from '../domain/shop.ts';
import { instant } from '../domain/time.ts';
import { severities } from '../domain/verdict.ts';
import { carriersSchema, contactsSchema } from './carrier-schema.ts';
import { channelSchema, type ChannelKinds } from './channel-schema.ts';
import { expects } from './complaint.ts';
import { houseSchema } from './house-schema.ts';
import { listeningFields, quietHoursSchema } from './listening-schema.ts';
import { localeSchema, recipientFields } from './recipient-schema.ts';
import { quarterSchema, weeklySchema } from './report-schema.ts';

/** Markets whose people all live by one clock; elsewhere the zone must be written down. */
export const zoneOfMarket: Readonly<Record<Market, string>> = {
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  JP: 'Asia/Tokyo',
  MY: 'Asia/Kuala_Lumpur',
  PH: 'Asia/Manila',
  SG: 'Asia/Singapore',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
};

const defaultLook = 24;

/** Part of keys and parameter names, so only what both allow. */
export const idSchema = (example: string) => {
  const says = expects('is not an id: letters, digits, ".", "_" and "-" only', example, 'show');
  return z.string(says).regex(/^[\w.-]{1,128}$/, says);
};

export const textSchema = (example: string) => {
  const says = expects('must be a text that is not empty', example);
  return z.string(says).min(1, says);
};

/** ISO 8601 with a time zone, a bare date (midnight UTC), or TikTok's own epoch seconds. */
export const timeSchema = (example: string) => {
  const says = expects('is not a time: ISO 8601 with zone, or epoch seconds', example, 'show');
  return z
    .union(
      [
        z.iso.datetime({ ...says, offset: true }),
        z.iso.date(says),
        z.int(says).min(1_000_000_000, says).max(9_999_999_999, says),
      ],
      says,
    )
    .transform((time) => instant(typeof time === 'number' ? time * 1_000 : Date.parse(time)));
};

const recipientSchema = z.strictObject(
  recipientFields,
  expects('must be an address with a language', '{"address": "owner@example.com", "locale": "en"}'),
);

/** Who listens in a way of their own has a name, by which the ledger tells them apart. */
const listenerSchema = (checks: readonly string[]) =>
  z
    .strictObject(
      { id: idSchema('"boss"').exactOptional(), ...recipientFields, ...listeningFields(checks) },
      expects('must be an address with a language', '{"address": "owner@example.com", "locale": "en"}'),
    )
    .refine(({ id, hears, quietHours }) => id !== undefined || (!hears && !quietHours), {
      path: ['id'],
      error: 'is missing, and `hears` and `quietHours` need one; for example "boss"',
    });

const slackSays = expects('is not the https address of an incoming webhook', '"https://hooks.slack.com/services/…"');

const slackSchema = (checks: readonly string[]) =>
  z.strictObject(
    {
      // Plain http only to this machine, for tries without Slack.
      url: z
        .string(slackSays)
        .regex(/^https:\/\/\S+$|^http:\/\/(?:127\.0\.0\.1|localhost)[:/]\S*$/, slackSays)
        .exactOptional(),
      locale: localeSchema.exactOptional(),
      ...listeningFields(checks),
    },
    expects('must be an object', '{"url": "https://hooks.slack.com/services/…", "locale": "en"}'),
  );

const hoursSchema = (example: string) => {
  const says = expects('must be a number of hours above 0 and up to 720', example, 'show');
  return z.number(says).positive(says).max(720, says);
};

const lifeSays = expects('must be a number of days above 0 and up to 3650', '90', 'show');
const credentialIdSays = expects('must be letters, digits, "_", "." or "-", at most 100', '"erp"', 'show');

const kindSays = expects(`is not a kind of key (${keyKinds.join(', ')})`, '"erp-link"', 'show');

const credentialSchema = z.strictObject(
  {
    id: z.string(credentialIdSays).regex(/^[\w.-]{1,100}$/, credentialIdSays),
    name: textSchema('"ERP key"'),
    kind: z.enum(keyKinds, kindSays).default('api-key'),
    issuedAt: timeSchema('"2026-01-05"').exactOptional(),
    life: z.number(lifeSays).positive(lifeSays).max(3_650, lifeSays).exactOptional(),
    owner: textSchema('"Wang Li"').exactOptional(),
    carriers: carriersSchema.exactOptional(),
  },
  expects('must be an object', '{"id": "erp", "name": "ERP key", "issuedAt": "2026-01-05"}'),
);

const attestationSays = expects(`is nothing to attest (${attestations.join(', ')})`, '"qr-label"', 'show');
const attestsSchema = z.array(
  z.enum(attestations, attestationSays),
  expects('must be a list', '["qr-label", "declared-name"]'),
);

const zoneSays = expects('is not an IANA time zone', '"Europe/London"', 'show');
const marketPattern = /^(?!UK)[A-Z]{2}$/;
const marketSays = expects(
  'is not a market: two capitals as TikTok writes them, the United Kingdom is GB',
  '"GB"',
  'show',
);
const sellerSays = expects('must be the openId of one of the sellers', '"7010736057180325637"');

const registrationsSays = expects('must be a whole number of at least 0', '500', 'show');

const sourceSays = expects(`is no source of traces (known: ${secondSources.join(', ')})`, '"17track"', 'show');
const secondOpinionSchema = z.strictObject(
  {
    source: z.enum(secondSources, sourceSays),
    key: textSchema('"the key from the service’s console"').exactOptional(),
    dailyRegistrations: z.int(registrationsSays).min(0, registrationsSays).default(500),
  },
  expects('must be an object', '{"source": "17track", "key": "…"}'),
);

const remindSchema = z.partialRecord(
  z.enum(severities),
  hoursSchema('24'),
  expects('must be hours by severity', '{"critical": 24}'),
);

function remediesSchema(known: readonly string[]) {
  const says = expects(`is no remedy (known: ${known.join(', ')})`, '"chase-carrier"', 'show');
  return z.array(z.enum(known, says), expects('must be a list of remedies', '["chase-carrier"]'));
}

function namedOnce(entries: readonly { readonly id?: string }[], issues: z.core.$RefinementCtx): void {
  for (const [place, { id }] of entries.entries()) {
    if (id === undefined || entries.findIndex((entry) => entry.id === id) === place) continue;
    issues.addIssue({ code: 'custom', path: [place, 'id'], message: `"${id}" is there twice; for example "${id}-2"` });
  }
}

/** What a shop may refer to. */
export interface Known {
  readonly packs: readonly string[];
  /** Countries whose public holidays are known. */
  readonly countries: readonly string[];
  readonly channels: ChannelKinds;
  /** Ids of the checks there are. */
  readonly checks: readonly string[];
  /** Ids of the remedies there are. */
  readonly remedies: readonly string[];
}

/** One shop as people write it: the same in the shop file and in the table. */
export function shopSchema({ packs, countries, channels, checks, remedies }: Known) {
  const packSays = expects(`is not a policy pack (known: ${packs.join(', ')})`, '["article"]', 'show');
  return z
    .strictObject(
      {
        id: idSchema('"7495510238846614801"'),
        name: textSchema('"Harbour Lane UK"'),
        market: z.string(marketSays).regex(marketPattern, marketSays),
        sellerType: z.enum(['LOCAL', 'CROSS_BORDER'], expects('is neither LOCAL nor CROSS_BORDER', '"LOCAL"', 'show')),
        cipher: textSchema('"GCP_XF90igAAAABh00qsWgtvOiGFNqyubMt3"'),
        seller: z.union(
          [z.string(), z.strictObject({ appKey: idSchema('"6a7b8c9d0e"'), openId: idSchema('"701…"') })],
          sellerSays,
        ),
        zone: z.string(zoneSays).refine(isZone, zoneSays).exactOptional(),
        locale: localeSchema.default('en'),
        recipients: z
          .array(listenerSchema(checks), expects('must be a list', '[{"address": "owner@example.com"}]'))
          .min(1, expects('names nobody', '[{"address": "owner@example.com", "locale": "en"}]'))
          .superRefine(namedOnce),
        slack: slackSchema(checks).exactOptional(),
        channels: z
          .array(
            channelSchema(channels, localeSchema, checks),
            expects('must be a list', '[{"id": "ops", "kind": "wecom", …}]'),
          )
          .exactOptional(),
        operations: recipientSchema.exactOptional(),
        quietHours: quietHoursSchema.exactOptional(),
        packs: z
          .array(z.enum(packs, packSays), expects('must be a list of policy packs', '["article"]'))
          .min(1, expects('names no policy pack', '["article"]'))
          .default(['article']),
        connectedAt: timeSchema('"2026-11-23T08:00:00Z"').exactOptional(),
        leaving: z
          .strictObject({ since: timeSchema('"2026-11-23T08:00:00Z"'), until: timeSchema('"2026-11-30T08:00:00Z"') })
          .exactOptional(),
        deauthorized: timeSchema('"2026-11-23T08:00:00Z"').exactOptional(),
        paused: z.literal(true, expects('can be left out or be true', 'true', 'show')).exactOptional(),
        article: z.literal('also', expects('can be left out or be "also"', '"also"', 'show')).exactOptional(),
        house: houseSchema(countries).exactOptional(),
        approvedCarriers: carriersSchema.exactOptional(),
        carriers: contactsSchema.exactOptional(),
        correctNumbers: z.literal(true, expects('can be left out or be true', 'true', 'show')).exactOptional(),
        dryRun: remediesSchema(remedies).exactOptional(),
        attests: attestsSchema.exactOptional(),
        secondOpinion: secondOpinionSchema.exactOptional(),
        credentials: z.array(credentialSchema, expects('must be a list', '[]')).default([]),
        remindAfter: remindSchema.default({}),
        lookEvery: hoursSchema('24').default(defaultLook),
        digest: quarterSchema.exactOptional(),
        weekly: weeklySchema.exactOptional(),
      },
      expects('must be an object', '{"id": "7495510238846614801", …}'),
    )
    .refine(({ zone, market }) => zone !== undefined || !needsZone(market), {
      path: ['zone'],
      error: 'is missing, and the market has no single time zone; for example "America/Los_Angeles"',
    });
}

export type ShopEntry = z.output<ReturnType<typeof shopSchema>>;

/** Nothing can be said of a market that is none: its own complaint is enough. */
function needsZone(market: string): boolean {
  return marketPattern.test(market) && zoneOfMarket[market] === undefined;
}

/** An IANA zone that this machine knows. */
export function isZone(zone: string): boolean {
  if (!/^[A-Z]/i.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    // The only way to ask: an unknown zone throws.
    return false;
  }
}
