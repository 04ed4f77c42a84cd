import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsvTable } from '../../shared/adapters/csv-table.ts';
import { createClassifier } from '../../shared/milestones/create-classifier.ts';
import { classify, phrasebooks } from '../../shared/milestones/registry.ts';
import { statedTexts } from '../milestones/texts/every-language.ts';
import { classifierFigures, figuresTable, type LabelledText } from './classifier-figures.ts';

/** Of texts as they come in, on one core: the same few again and again, with other numbers. */
const leastPerSecond = 200_000;

/** What the classifier makes of our own texts, of real ones where REAL_DATA says where they are, and how quickly. */
export function measureClassifier() {
  const own = ownTexts();
  const real = realTexts();
  const sets = [['our own texts', own], ...(real ? [['real texts', real] as const] : [])] as const;
  const read = sets.map(([name, labelled]) => ({ name, ...classifierFigures(labelled, classify) }));
  const repeated = perSecond(400_000, (number) => `${own[number % own.length]?.text} ${number}`, classify);
  const fresh = createClassifier(phrasebooks);
  // Every text with a word of its own, as a name would be: its pattern may be known, the text is not.
  const unseen = perSecond(60_000, (number) => `${own[number % own.length]?.text} ${wordOf(number)}`, fresh);
  const missed = [
    ...(repeated < leastPerSecond ? [`classifier: ${repeated} texts a second; at least ${leastPerSecond}`] : []),
    ...read.flatMap(({ total }) => total.falseTerminals.map((each) => `classifier: falsely ${each}`)),
  ];
  return {
    figures: { texts: read.map(({ name, total }) => ({ name, ...total })), perSecond: { repeated, unseen } },
    text: [
      ...read.map(({ name, byLanguage, total }) => `Classifier, ${name}:\n${figuresTable(byLanguage, total)}`),
      `${repeated.toLocaleString('en')} texts a second as they come in; ${unseen.toLocaleString('en')} that were never read before.`,
    ].join('\n'),
    missed,
  };
}

function ownTexts(): readonly LabelledText[] {
  return Object.entries(statedTexts).flatMap(([language, texts]) =>
    texts.map(([text, ...states]): LabelledText => ({ language, text, states })),
  );
}

function perSecond(count: number, textOf: (number: number) => string, read: typeof classify): number {
  const texts = Array.from({ length: count }, (_, number) => textOf(number));
  for (const text of texts.slice(0, 20_000)) read(text);
  const started = performance.now();
  for (const text of texts) read(text);
  return Math.round((count / (performance.now() - started)) * 1_000);
}

function wordOf(number: number): string {
  return `q${number.toString(26).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;
}

function realTexts(): readonly LabelledText[] | undefined {
  const file = join(process.env['REAL_DATA'] ?? '', 'trace-texts', 'dev.csv');
  if (process.env['REAL_DATA'] === undefined || !existsSync(file)) return undefined;
  return readCsvTable(readFileSync(file, 'utf8'), ['language', 'text', 'label', 'also']).flatMap((row) => {
    if (!('cells' in row)) return [];
    const { cells } = row;
    const states = [cells.get('label') ?? '', cells.get('also') ?? ''].filter((state) => state !== '');
    return [{ language: cells.get('language') ?? '', text: cells.get('text') ?? '', states }];
  });
}
