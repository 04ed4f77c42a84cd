import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { counts } from '../../infra/cli/cost/counts.ts';
import { measureCounts } from './measure-counts.ts';

const file = fileURLToPath(import.meta.resolve('../../infra/cli/cost/counts.json'));

/** Writes the counts of sweeps anew; those of the stack are its template's, and a test says what they are. */
export async function renewCounts(folder: string, sweepFile: string): Promise<void> {
  const sweep = await measureCounts(folder, sweepFile);
  writeFileSync(file, `${JSON.stringify({ ...counts, sweep }, null, 2)}\n`);
  console.log(JSON.stringify(sweep));
}
