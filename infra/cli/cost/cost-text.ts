import { counted } from '../../../shared/messages/en-words.ts';
import { terminalTable } from '../terminal-table.ts';
import { openOrders, totalOf, type CostLine, type Load } from './estimate-cost.ts';
import { prices } from './prices.ts';

/** A month's bill for people. */
export function costText(load: Load, lines: readonly CostLine[]): string {
  const table = terminalTable(['Service', 'What', 'A month', 'By the list', 'Beyond what is free']);
  for (const { service, what, quantity, list, afterFree } of lines)
    table.push([service, what, right(amount(quantity)), right(dollars(list)), right(dollars(afterFree))]);
  const total = totalOf(lines);
  table.push(['Total', '', '', right(dollars(total.list)), right(dollars(total.afterFree))]);
  return [headOf(load), table.toString(), foot].join('\n');
}

function headOf({ orders, shops, every, notices }: Load): string {
  const open = Math.round(openOrders({ orders }));
  return `${counted(orders, 'order')} a month (${open.toLocaleString('en')} open) in ${counted(shops, 'shop')}, swept every ${counted(every, 'minute')}, ${counted(notices, 'mail')} a day:`;
}

const foot = [
  `List prices of ${prices.region}, ${prices.asOf}; what is free is so for good, in an account that uses nothing else.`,
  'Reads, writes and calls are what the bench counted at 1,000 open orders; seconds of functions are reckoned from',
  'calls. Not in it: data that leaves AWS, taxes, other services’ fees (17TRACK, a domain), and support.',
].join('\n');

function right(content: string): { readonly content: string; readonly hAlign: 'right' } {
  return { content, hAlign: 'right' };
}

function dollars(sum: number): string {
  return `$${sum.toFixed(2)}`;
}

function amount(quantity: number): string {
  return quantity.toLocaleString('en', quantity < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 });
}
