import { InvalidArgumentError } from 'commander';
import type { FieldChange } from '../../shared/adapters/change-shop.ts';

/** `digest=08:00`, `quietHours.from=22:00`, `packs=["us"]`; with nothing behind it, a field is taken away. */
export function parseFieldChange(text: string): FieldChange {
  const [, path, value = ''] = /^([a-zA-Z]+(?:\.[a-zA-Z]+)*)=(.*)$/s.exec(text) ?? [];
  if (path === undefined) throw new InvalidArgumentError('Give field=value, e.g. digest=08:00.');
  return { path: path.split('.'), value: value === '' ? undefined : parsed(value) };
}

/** What is no JSON is a text: nobody likes to type quotes for a shell. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // Recovery: the schema says so where a text does not fit.
    return value;
  }
}
