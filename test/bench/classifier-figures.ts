import Table from 'cli-table3';
import { terminalMilestones } from '../../shared/domain/milestone.ts';
import type { Classify } from '../../shared/milestones/create-classifier.ts';

export interface LabelledText {
  readonly language: string;
  readonly text: string;
  /** What counts as right. */
  readonly states: readonly string[];
}

export interface ClassifierFigures {
  readonly texts: number;
  /** Not `unrecognised`, or rightly so. */
  readonly answered: number;
  readonly right: number;
  /** Texts taken for a terminal milestone that they do not state. */
  readonly falseTerminals: readonly string[];
}

/** Counts by language, and all together. */
export function classifierFigures(
  labelled: readonly LabelledText[],
  classify: Classify,
): { readonly total: ClassifierFigures; readonly byLanguage: ReadonlyMap<string, ClassifierFigures> } {
  const languages = Map.groupBy(labelled, ({ language }) => language);
  const byLanguage = new Map(
    Array.from(languages, ([language, texts]) => [language, countedOf(texts, classify)] as const),
  );
  return { total: countedOf(labelled, classify), byLanguage };
}

function countedOf(labelled: readonly LabelledText[], classify: Classify): ClassifierFigures {
  const read = labelled.map(({ text, states }) => ({ text, states, milestone: classify(text).milestone }));
  const answered = read.filter(({ milestone, states }) => milestone !== 'unrecognised' || states.includes(milestone));
  const wrong = answered.filter(({ milestone, states }) => !states.includes(milestone));
  const terminals: readonly string[] = terminalMilestones;
  return {
    texts: labelled.length,
    answered: answered.length,
    right: answered.length - wrong.length,
    falseTerminals: wrong.flatMap(({ text, milestone }) =>
      terminals.includes(milestone) ? [`${milestone}: ${text}`] : [],
    ),
  };
}

/** For people; under it the texts that were falsely taken for a terminal milestone. */
export function figuresTable(byLanguage: ReadonlyMap<string, ClassifierFigures>, total: ClassifierFigures): string {
  const table = new Table({
    head: ['language', 'texts', 'answered', 'right', 'false terminals'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const [name, { texts, answered, right, falseTerminals }] of [...byLanguage, ['all', total] as const]) {
    table.push([name, texts, percent(answered, texts), percent(right, answered), falseTerminals.length]);
  }
  return [table.toString(), ...total.falseTerminals.map((each) => `false: ${each}`)].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
