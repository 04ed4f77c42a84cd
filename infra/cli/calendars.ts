import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { commandLine } from './command-line.ts';
import { holidayTable } from './holiday-table.ts';

// What is typed wrong ends with status 2 and one line.
const command = new Command('npm run calendars')
  .description('Writes the public holidays that business days are counted by.')
  .action(() => {
    // Rules of packs reach back to 2023.
    const file = fileURLToPath(new URL('../../shared/policies/calendars/holidays.json', import.meta.url));
    writeFileSync(file, `${JSON.stringify(holidayTable(2023, 2030), null, 2)}\n`);
  });
commandLine(command, 'calendars').parse();
