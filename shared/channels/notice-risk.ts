import type { NoticeLine, NoticeRequest } from '../domain/notice.ts';
import { byMoney, type Risk, type Sum } from '../domain/risk.ts';
import { ruleBehind } from '../domain/rule-behind.ts';
import type { Messages } from '../messages/messages.ts';
import { money } from '../messages/money.ts';
import { plain } from '../messages/plain.ts';
import { percent } from './told.ts';

type InChannel = Pick<NoticeRequest, 'channel'>;

/** Beside an order: what it puts at risk, else what it is worth. */
export function worthOf(messages: Messages, { channel }: InChannel, line: NoticeLine): string | undefined {
  const { risk, amount, currency } = line;
  const atRisk = risk && money(risk.amount, risk.currency, channel.locale);
  if (atRisk !== undefined) return messages.notice.risk.of(atRisk);
  return amount !== undefined && currency !== undefined ? money(amount, currency, channel.locale) : undefined;
}

/** On what assumption money is at risk, and by whose penalty where the line's deadline does not say so already. */
export function assumptionOf(messages: Messages, { channel }: InChannel, line: NoticeLine): string | undefined {
  const { risk } = line;
  if (!risk) return undefined;
  const { rule } = risk;
  const isNamed = rule === undefined || ruleBehind(line)?.clause === rule.clause;
  const assumed = inWords(messages, channel, risk);
  return isNamed ? assumed : `${assumed}${messages.notice.risk.by(plain(rule.pack, 40), plain(rule.clause, 60))}`;
}

function inWords({ notice }: Messages, { locale }: NoticeRequest['channel'], risk: Risk): string {
  const { assumption } = risk;
  if (assumption.kind === 'fine') return notice.risk.fine(money(risk.amount, risk.currency, locale) ?? '?');
  return assumption.share === 1 ? notice.risk.whole : notice.risk.share(percent(assumption.share));
}

/** What all orders told of put at risk, else what they are worth; each order once, each currency for itself. */
export function atStake(messages: Messages, notice: NoticeRequest, lines: readonly NoticeLine[]): string | undefined {
  const text = messages.notice;
  const isCut = notice.more > 0;
  const worth = written(notice, valuesOf(lines));
  const risk = written(notice, risksOf(lines));
  if (risk === undefined) return worth === undefined ? undefined : text.worth(worth, isCut);
  return text.risk.all(risk, worth, isCut);
}

function valuesOf(lines: readonly NoticeLine[]): readonly Sum[] {
  const values = new Map<string, Sum>();
  for (const { order, amount, currency } of lines) {
    if (order === undefined || amount === undefined || currency === undefined || values.has(order)) continue;
    values.set(order, { amount, currency });
  }
  return [...values.values()];
}

/** An order that is lost by one rule cannot be lost by another as well: the larger risk counts. */
function risksOf(lines: readonly NoticeLine[]): readonly Sum[] {
  const risks = new Map<string, Sum>();
  for (const { order, risk } of lines) {
    if (order !== undefined && risk && byMoney(risk, risks.get(order)) < 0) risks.set(order, risk);
  }
  return [...risks.values()];
}

/** Sums by currency: `£147.00 + €100.00`. */
function written({ channel }: InChannel, all: readonly Sum[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  const texts = [...sums].flatMap(([currency, sum]) => money(sum.toFixed(2), currency, channel.locale) ?? []);
  return texts.length === 0 ? undefined : texts.join(' + ');
}
