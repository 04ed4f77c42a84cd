import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import type { Severity } from '../domain/verdict.ts';
import { plain } from '../messages/plain.ts';
import type { Messages } from '../messages/messages.ts';
import { viewpointOf } from './notice-row.ts';
import { stageText } from './told.ts';

/** What this notice tells of; the counts of severities speak of the whole shop, so they serve a first look only. */
export function titleOf(messages: Messages, notice: NoticeRequest, live: readonly NoticeLine[]): string {
  const { notice: text } = messages;
  const { counts, kind, lines, more, list } = notice;
  const ofLines = (severity: Severity) => live.filter((line) => line.severity === severity).length;
  const told =
    kind === 'first-look'
      ? counts
      : { critical: ofLines('critical'), breach: ofLines('breach'), warning: ofLines('warning') };
  if (kind !== 'first-look' && (more > 0 || list !== undefined)) return text.flood(lines.length + more);
  if (live[0] !== undefined) {
    const headlines = new Set(live.map((line) => stageText(messages, line).headline));
    const [only] = headlines;
    return only !== undefined && headlines.size === 1
      ? `${text.title(told)}${messages.colon}${only}`
      : text.title(told);
  }
  if (lines.length > 0) return text.allSolved(lines.length);
  return counts.quarantined > 0 ? text.quarantined(counts.quarantined) : text.quiet;
}

export function whyOf(messages: Messages, notice: NoticeRequest, title: string): string {
  const text = messages.notice;
  const { kind, counts, heldSince, unattended } = notice;
  const because = text.because(kind, counts, {
    ...(heldSince !== undefined && { since: messages.shortMoment(heldSince, viewpointOf(notice)) }),
    ...(unattended !== undefined && { unattended: messages.duration(unattended) }),
  });
  const isWholeShop = counts.critical + counts.breach + counts.warning === 0 || title.startsWith(text.title(counts));
  return isWholeShop ? because : `${because}${messages.gap}${text.openNow(counts)}`;
}

export function subjectLine(
  messages: Messages,
  notice: NoticeRequest,
  title: string,
  ahead: NoticeLine | undefined,
  anyLive: boolean,
): string {
  const text = messages.notice;
  const at = ahead?.deadline?.at;
  const ending = at !== undefined ? text.nextShort(messages.shortMoment(at, viewpointOf(notice))) : text.actNow;
  return plain(`[${plain(notice.shop.name, 40)}] ${title}${anyLive ? ` – ${ending}` : ''}`, 150);
}
