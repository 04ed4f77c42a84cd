import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { holidayTable } from './holiday-table.ts';

// Writes the holidays that business days are counted by. Rules of packs reach back to 2023.
const file = fileURLToPath(new URL('../../shared/policies/calendars/holidays.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(holidayTable(2023, 2030), null, 2)}\n`);
