import { existsSync } from 'node:fs';
import { startVitest } from 'vitest/node';

// Real orders, texts and samples are never part of the repository: they are read from where REAL_DATA says.
const folder = process.env['REAL_DATA'];
if (folder === undefined || !existsSync(folder)) {
  console.error('test:real needs real data: set REAL_DATA to a folder with orders/, tiktok-spec/ and trace-texts/.');
  process.exit(1);
}
const vitest = await startVitest('test', process.argv.slice(2), {
  watch: false,
  include: ['test/real/**/*.test.ts'],
  exclude: [],
  testTimeout: 900_000,
});
await vitest.close();
