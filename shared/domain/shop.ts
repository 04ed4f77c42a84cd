import type { WatchedKey } from './credential.ts';
import type { Attestation } from './deed.ts';
import type { Hears } from './hears.ts';
import type { Duration, Instant } from './time.ts';
import type { Severity } from './verdict.ts';

/** Languages a person can be written to in; each is one file in `messages/`. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** ISO 3166-1 alpha-2, as TikTok writes it in `region`: the United Kingdom is `GB`. */
export type Market = string;

export type SellerType = 'LOCAL' | 'CROSS_BORDER';

export interface Recipient {
  readonly address: string;
  readonly locale: Locale;
}

/** By the wall clock of the shop's zone, e.g. `22:00` to `08:00`. What is critical is told all the same. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What one receiver hears, and when. */
export interface Listening {
  /** Left out: everything. */
  readonly hears?: Hears;
  /** Left out: the shop's. */
  readonly quietHours?: QuietHours | 'none';
}

/** Somebody who is written to by mail; `id` names those who listen in a way of their own. */
export interface MailRecipient extends Recipient, Listening {
  readonly id?: string;
}

/** One entry of a shop's list of channels; `id` is its people's name for it. */
export interface ShopChannel extends Listening {
  readonly id: string;
  readonly kind: string;
  readonly locale: Locale;
}

/** When the shop's own people work, by the wall clock of its zone. The platform's clocks run on regardless. */
export interface House {
  /** `14:00`: what is not packed by then leaves the next working day. Left out: the day ends at midnight. */
  readonly cutOff?: string;
  /** Days of the week without work, 1 = Monday to 7 = Sunday. */
  readonly daysOff?: readonly number[];
  /** Country whose public holidays it keeps, e.g. `CN`. */
  readonly holidays?: string;
  /** Days on which it is closed, ISO dates, both included. */
  readonly closures?: readonly { readonly from: string; readonly to: string }[];
}

/** Whom to ask about a carrier's parcels; named by name or id, as TikTok writes it. */
export interface CarrierContact {
  readonly name: string;
  readonly contact: string;
  readonly locale: Locale;
}

/** One TikTok Shop as its people configured it. Secrets (tokens, app secret, addresses of robots) live elsewhere. */
export interface Shop {
  readonly id: string;
  readonly name: string;
  readonly market: Market;
  readonly sellerType: SellerType;
  /** IANA zone in which this shop's people read times. */
  readonly zone: string;
  /** The authorization that covers this shop; one seller's token covers all of the seller's shops. */
  readonly seller: Seller;
  readonly cipher: string;
  readonly recipients: readonly MailRecipient[];
  /** Present when the shop has an incoming webhook; its address is a secret. */
  readonly slack?: { readonly locale: Locale } & Listening;
  /** Further receivers: robots of groups, webhooks. What is secret of them lives elsewhere. */
  readonly channels?: readonly ShopChannel[];
  /** When its seller last consented to this watch; left out: its tokens were written down by hand. */
  readonly connectedAt?: Instant;
  /** Its people removed it: nobody looks at it any more, and at `until` all that is kept of it is deleted. */
  readonly leaving?: { readonly since: Instant; readonly until: Instant };
  /** When the seller took the authorization away for which it left, or was resumed since: it does not leave again. */
  readonly deauthorized?: Instant;
  /** Nobody looks at it until its people say so. */
  readonly paused?: true;
  /** Who carries out remedies, e.g. files tracking supplement requests in Seller Center. */
  readonly operations: Recipient;
  /** When its people sleep; left out: every notice comes at once. */
  readonly quietHours?: QuietHours;
  /** Policy packs in order of preference; the first with a clause in force wins. */
  readonly packs: readonly string[];
  /** Hear of the founding article's clocks too, as warnings, where another deadline wins. */
  readonly article?: 'also';
  /** Left out: its people are warned by the platform's clocks alone. */
  readonly house?: House;
  /** Names or ids of the carriers it may ship with; left out: not watched. */
  readonly approvedCarriers?: readonly string[];
  /** Left out, or a carrier that is not in it: operations is told whom to ask. */
  readonly carriers?: readonly CarrierContact[];
  /** What its people attest for every order; left out: not watched. */
  readonly attests?: readonly Attestation[];
  /** Whom to ask for a second trace of silent parcels; left out: only what its people import. */
  readonly secondOpinion?: SecondOpinion;
  /** Remedies, by id, that are written out and not carried out; left out: none. */
  readonly dryRun?: readonly string[];
  /** Numbers that were mistyped may be corrected at TikTok; left out: corrections are proposed only. */
  readonly correctNumbers?: true;
  readonly credentials: readonly WatchedKey[];
  /** How long an unchanged finding stays quiet; a severity left out is never repeated. */
  readonly remindAfter: { readonly [severity in Severity]?: Duration };
  /** The longest time a parcel in transit goes without its trace being read. */
  readonly lookEvery: Duration;
  /** Time of day, in the shop's zone, of the daily digest: `08:00`; left out: none. */
  readonly digest?: string;
  readonly weekly?: WeeklyAt;
}

/** When the weekly report comes, by the wall clock of the shop's zone. */
export interface WeeklyAt {
  /** 1 = Monday to 7 = Sunday. */
  readonly day: number;
  readonly at: string;
}

/** Sources of traces that a shop can connect; each is one file in `carriers/`. */
export const secondSources = ['17track'] as const;
export type SecondSource = (typeof secondSources)[number];

/** A source of traces independent of TikTok. Its key is a secret and lives elsewhere. */
export interface SecondOpinion {
  readonly source: SecondSource;
  /** Most numbers announced to it in a day (UTC): each costs quota. */
  readonly dailyRegistrations: number;
}

export interface Seller {
  readonly appKey: string;
  readonly openId: string;
}

/** One receiver of notices: a channel in one language. A failing channel never repeats another. */
export interface Channel {
  /** `email:en`, `slack:zh-CN`, `wecom/ops`: stable, part of the notice's idempotency key. */
  readonly id: string;
  /** As `shared/channels/registry.ts` names it. */
  readonly kind: string;
  readonly locale: Locale;
  /** E-mail addresses; empty where the address is a secret. */
  readonly to: readonly string[];
  /** Where its secret lies among the shop's: `slack`, `channels/ops`. */
  readonly secret?: string;
}

/** Everybody who is told about the shop, and what each of them hears. */
export interface Receiver extends Listening {
  readonly channel: Channel;
}

export function receiversOf(shop: Shop): readonly Receiver[] {
  const mail = locales.flatMap((locale): Receiver[] => {
    const readers = shop.recipients.filter((one) => one.locale === locale && one.id === undefined);
    return mailsTo(readers.map(({ address }) => address)).map((to, place) => {
      const id = place === 0 ? `email:${locale}` : `email:${locale}+${place + 1}`;
      return { channel: { id, kind: 'email', locale, to } };
    });
  });
  const named = shop.recipients.flatMap(({ id, address, locale, ...listening }): Receiver[] =>
    id === undefined ? [] : [{ ...listening, channel: { id: `email/${id}`, kind: 'email', locale, to: [address] } }],
  );
  return [...mail, ...named, ...slackOf(shop), ...(shop.channels ?? []).map(listed)];
}

/** SES takes 50 recipients a mail (SendRawEmail, 2026-11). Each mail is a channel, so that a retry repeats no other. */
const mostRecipients = 50;

function mailsTo(addresses: readonly string[]): readonly (readonly string[])[] {
  const mails = Math.ceil(addresses.length / mostRecipients);
  return Array.from({ length: mails }, (_, mail) =>
    addresses.slice(mail * mostRecipients, (mail + 1) * mostRecipients),
  );
}

function slackOf({ slack }: Shop): readonly Receiver[] {
  if (!slack) return [];
  const { locale, ...listening } = slack;
  return [{ ...listening, channel: { id: `slack:${locale}`, kind: 'slack', locale, to: [], secret: 'slack' } }];
}

function listed({ id, kind, locale, ...listening }: ShopChannel): Receiver {
  return { ...listening, channel: { id: `${kind}/${id}`, kind, locale, to: [], secret: `channels/${id}` } };
}

export function channelsOf(shop: Shop): readonly Channel[] {
  return receiversOf(shop).map(({ channel }) => channel);
}
