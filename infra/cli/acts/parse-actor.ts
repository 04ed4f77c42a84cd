import { InvalidArgumentError } from 'commander';
import { personOf } from '../../../shared/jobs/act-form.ts';

/** Who acts, as typed behind `--by`; as short as on the pages that do the same. Throws what commander prints. */
export function parseActor(text: string): string {
  const name = personOf(text);
  if (name === undefined) throw new InvalidArgumentError('Give a name of at most 60 characters, e.g. "Li Wei".');
  return name;
}
