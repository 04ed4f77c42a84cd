import * as z from 'zod';
import type { Locale, ShopChannel } from '../domain/shop.ts';
import { expects } from './complaint.ts';
import { listeningFields, toListening } from './listening-schema.ts';

/** Kinds of channels a shop can list, with the fields of their secrets. */
export type ChannelKinds = Readonly<Record<string, z.ZodObject>>;

const idSays = expects('must be letters, digits, "_", "." or "-", at most 60', '"ops"', 'show');

/** One entry of `channels`. In a shop file the fields of its secret stand beside the others, in the table they do not. */
export function channelSchema(kinds: ChannelKinds, locale: z.ZodType<Locale>, checks: readonly string[]) {
  const names = Object.keys(kinds);
  return z
    .looseObject(
      {
        id: z.string(idSays).regex(/^[\w.-]{1,60}$/, idSays),
        kind: z.enum(names, expects(`is not a kind of channel (${names.join(', ')})`, '"wecom"', 'show')),
        locale: locale.exactOptional(),
        ...listeningFields(checks, true),
      },
      expects('must be an object', '{"id": "ops", "kind": "wecom", "url": "https://qyapi.weixin.qq.com/…"}'),
    )
    .superRefine((entry, issues) => {
      if (entry.hears?.remedies && entry.kind !== 'webhook') {
        const message = 'is for channels of kind webhook alone; take it off here';
        issues.addIssue({ code: 'custom', path: ['hears', 'remedies'], message });
      }
      const checked = kinds[entry.kind]?.partial().strict().safeParse(secretOf(entry));
      for (const issue of checked?.error?.issues ?? []) {
        const message =
          issue.code === 'unrecognized_keys' ? `has no field ${issue.keys.join(', ')}; is it misspelt?` : issue.message;
        issues.addIssue({ code: 'custom', path: [...issue.path], message });
      }
    });
}

export type ChannelEntry = z.output<ReturnType<typeof channelSchema>>;

export function toChannel({ id, kind, locale, ...entry }: ChannelEntry, ofShop: Locale): ShopChannel {
  return { id, kind, locale: locale ?? ofShop, ...toListening(entry) };
}

/** What is kept apart from the shop. */
export function secretOf(entry: ChannelEntry): Record<string, unknown> {
  const { id: _id, kind: _kind, locale: _locale, hears: _hears, quietHours: _quietHours, ...secret } = entry;
  return secret;
}

/** What a shop file still has to say of a shop's channels; two with one name would share one secret. */
export function channelGaps(
  channels: readonly ChannelEntry[],
  kinds: ChannelKinds,
): readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  return channels.flatMap((entry, place) => {
    const secret = secretOf(entry);
    const issues = kinds[entry.kind]?.safeParse(secret).error?.issues ?? [];
    const missing = issues.filter(({ path: [field] }) => !(String(field) in secret));
    const isTwice = channels.findIndex(({ id }) => id === entry.id) < place;
    return [
      ...missing.map(({ path, message }) => ({ path: [place, ...path], message })),
      ...(isTwice
        ? [{ path: [place, 'id'], message: `"${entry.id}" is there twice; for example "${entry.id}-2"` }]
        : []),
    ];
  });
}
