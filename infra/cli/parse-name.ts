import { InvalidArgumentError } from 'commander';
import { nameComplaint } from '../../shared/adapters/written-fields.ts';

/** Who wrote it down, as typed behind `--by`. Throws what commander prints. */
export function parseName(text: string): string {
  const wrong = nameComplaint(text);
  if (wrong !== undefined) throw new InvalidArgumentError(`${wrong}.`);
  return text;
}
