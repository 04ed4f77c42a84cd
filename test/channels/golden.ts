import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, '../fixtures/golden');

/** Compares with the stored rendering; `UPDATE_GOLDEN=1 vitest run …` stores what is rendered now. */
export function expectGolden(name: string, content: string): void {
  const file = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, content);
  }
  expect(existsSync(file), `${name} is not stored; run with UPDATE_GOLDEN=1 and look at it`).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}
