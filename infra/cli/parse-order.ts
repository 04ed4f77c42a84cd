import { InvalidArgumentError } from 'commander';
import { orderIdComplaint } from '../../shared/adapters/written-fields.ts';

/** An order's id as people type it. Throws what commander prints. */
export function parseOrder(text: string): string {
  const wrong = orderIdComplaint(text);
  if (wrong !== undefined) throw new InvalidArgumentError(`${wrong}.`);
  return text;
}
