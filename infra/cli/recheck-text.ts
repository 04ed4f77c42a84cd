import type { Recheck, RecheckedClock } from '../../shared/domain/recheck.ts';
import { plain } from '../../shared/messages/plain.ts';
import { checkLines, otherLines } from './recheck/check-lines.ts';
import { historyLines } from './recheck/history-lines.ts';
import { ruleLines } from './recheck/rule-lines.ts';
import { given, heading, paintOf, type Paint } from './recheck/paint.ts';

/** Everything known about one order, as people read it in a terminal. */
export function recheckText(recheck: Recheck): string {
  const { order, shop } = recheck;
  const paint = paintOf(recheck);
  return [
    heading(`Order ${order.id}: ${order.status}${order.on === 'shelf' ? ', over and on the shelf' : ''}`).trimStart(),
    ...orderLines(recheck, paint),
    heading('Read'),
    ...readLines(recheck, paint),
    heading('Deadlines that TikTok gave'),
    ...orNone(recheck.deadlines.map(({ field, at }) => `  ${field} – ${paint.time(at)}`)),
    heading('Clocks'),
    ...orNone(recheck.clocks.flatMap((clock) => clockLines(clock, paint))),
    heading('Trace'),
    ...orNone(
      recheck.trace.map(
        ({ at, milestone, text }) =>
          `  ${paint.time(at)} – ${milestone ?? 'not read'}${text === null ? '' : `: ${plain(text, 100)}`}`,
      ),
    ),
    heading(`What the checks say, ${paint.time(recheck.now)}`),
    ...checkLines(recheck, paint),
    heading(`What else is judged of shop ${plain(shop.id)}`),
    ...otherLines(recheck.others, paint),
    heading('History'),
    ...historyLines(recheck, paint),
    heading('Rules named above'),
    ...orNone(ruleLines(recheck)),
  ].join('\n');
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['  None.'] : lines;
}

function orderLines({ order, shop }: Recheck, paint: Paint): readonly string[] {
  const { carrier, deliveryOption, amount, currency, type, shipping, fulfilledBy, sample } = order;
  const by = `${shipping} shipping, fulfilled by ${fulfilledBy}`;
  return [
    `  ${plain(shop.name)} (${shop.id}), market ${shop.market}`,
    `  type ${type}${sample ? ', a sample' : ''}; ${by}; ${given(deliveryOption)}; carrier ${given(carrier)}`,
    `  worth ${amount === null ? '–' : `${plain(amount, 20)} ${given(currency, 10)}`}`,
    ...order.parcels.map(
      ({ id, number, carrier: own }) => `  parcel ${plain(id, 40)}: number ${given(number, 40)}, carrier ${given(own)}`,
    ),
    ...order.times.map(({ what, at }) => `  ${what} ${paint.time(at)}`),
  ];
}

function readLines({ read, order }: Recheck, paint: Paint): readonly string[] {
  const { sweptAt, upTo, looksUpTo, writtenBy, traceNext } = read;
  const swept = sweptAt === null ? 'never yet' : paint.time(sweptAt);
  return [
    `  last swept: ${swept}; TikTok's changes are known up to ${upTo === null ? '–' : paint.time(upTo)}`,
    `  last written by run ${plain(writtenBy)}; traces that were due are read up to ${looksUpTo === null ? '–' : paint.time(looksUpTo)}`,
    `  its trace is read again: ${traceNext === null ? 'by no sweep' : `by the first sweep from ${paint.time(traceNext)} on`}`,
    `  next review: ${order.on === 'shelf' ? 'none, for the order is over' : reviewText(read, paint)}`,
  ];
}

function reviewText({ review, paused }: Recheck['read'], paint: Paint): string {
  if (paused) return 'none while the shop is paused or removed, for nobody looks at it';
  const quiet = review ? ` before ${paint.time(review.at)} (${review.check})` : '';
  return `every sweep; time alone changes nothing${quiet}`;
}

function clockLines({ clock, platform, packs, article }: RecheckedClock, paint: Paint): readonly string[] {
  const isOwn = packs !== null && !(packs.source.kind === 'clause' && packs.source.pack === 'article');
  const lines = [
    `TikTok ${platform ? paint.line(platform) : 'gave no deadline'}`,
    ...(isOwn ? [`pack ${paint.line(packs)}`] : []),
    `founding article ${article ? paint.line(article) : 'sets none'}`,
  ];
  return [`  ${clock} – ${lines.join('; ')}`];
}
