import { readFileSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { decodeUtf8 } from '../../shared/adapters/csv-table.ts';

/** The text of a file that was named on the command line. Throws what commander prints. */
export function readTextFile(file: string): string {
  try {
    return decodeUtf8(readFileSync(file));
  } catch (error) {
    // A file that cannot be read is the person's to mend, like any other argument.
    if (!(error instanceof Error)) throw error;
    const why = 'code' in error ? `cannot be read (${String(error.code)})` : error.message;
    throw new InvalidArgumentError(`It ${why}.`);
  }
}
