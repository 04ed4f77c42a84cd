import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { terminalMilestones } from '../../shared/domain/milestone.ts';
import { classify } from '../../shared/milestones/registry.ts';
import { readCsvTable } from '../../shared/adapters/csv-table.ts';
import { classifierFigures, figuresTable } from '../bench/classifier-figures.ts';

const file = join(process.env['REAL_DATA'] ?? 'REAL_DATA is not set', 'trace-texts', 'dev.csv');
const rows = readCsvTable(readFileSync(file, 'utf8'), ['language', 'text', 'label', 'also']);
const labelled = rows.flatMap((row) => {
  if (!('cells' in row)) throw new Error(`line ${row.line}: ${row.problem}`);
  const [language = '', text = '', label = '', also = ''] = ['language', 'text', 'label', 'also'].map((column) =>
    row.cells.get(column),
  );
  return [{ language, text, states: also === '' ? [label] : [label, also] }];
});
const { total, byLanguage } = classifierFigures(labelled, classify);

describe('scan texts of real carriers', () => {
  it('prints what was made of them', () => {
    process.stdout.write(`${figuresTable(byLanguage, total)}\n`);
    expect(total.texts).toBeGreaterThan(500);
  });

  it('answers 90 of 100 at least', () => expect(total.answered / total.texts).toBeGreaterThanOrEqual(0.9));

  it('answers 95 of 100 of these right', () => expect(total.right / total.answered).toBeGreaterThanOrEqual(0.95));

  it.each(terminalMilestones)('takes nothing for %s that is not', (milestone) => {
    const taken = labelled.filter(({ text, states }) => {
      const reading = classify(text);
      return reading.milestone === milestone && !states.includes(milestone);
    });
    expect(taken.map(({ text }) => text)).toEqual([]);
  });
});
