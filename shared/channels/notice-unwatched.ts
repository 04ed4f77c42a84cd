import type { NoticeRequest, Unwatched } from '../domain/notice.ts';
import type { Messages } from '../messages/messages.ts';
import { plain } from '../messages/plain.ts';
import { stageText } from './told.ts';

/** What the shop does not hear of: what is concerned, and what it takes. */
export interface UnwatchedView {
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly { readonly what: string; readonly needs: string }[];
}

/** Present in a first look, as soon as anything is not watched. */
export function unwatchedView(messages: Messages, { notWatched }: NoticeRequest): UnwatchedView | undefined {
  if (!notWatched) return undefined;
  const { unwatched: text } = messages;
  const known: Readonly<Record<string, string>> = text.rule;
  const reasons = new Set(notWatched.checks.map(({ because }) => because));
  const ofShop = [...reasons].map((reason) => ({
    what: notWatched.checks
      .filter(({ because }) => because === reason)
      .map((one) => whatOf(messages, one))
      .join(text.between),
    needs: text.because[reason],
  }));
  const ofAll = notWatched.rules.map(({ needs, rules }) => ({
    what: rules
      .map((rule) => (Object.hasOwn(known, rule) ? known[rule] : undefined) ?? plain(rule, 40))
      .join(text.between),
    needs: text.coming[needs],
  }));
  const rows = [...ofShop, ...ofAll];
  return rows.length === 0 ? undefined : { title: text.title, intro: text.intro, rows };
}

/** A shop is one of one: its number says nothing. */
function whatOf(messages: Messages, of: Unwatched['checks'][number]): string {
  const { headline } = stageText(messages, of);
  return of.kind === 'shop' ? headline : messages.unwatched.of(headline, messages.subjects(of.kind, of.count));
}
