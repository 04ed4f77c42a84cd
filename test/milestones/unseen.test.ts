import { describe, expect, it } from 'vitest';
import { classify, phrasebooks } from '../../shared/milestones/registry.ts';
import { classifierFigures } from '../bench/classifier-figures.ts';
import { unseenTexts } from './unseen/every-language.ts';

describe.each(phrasebooks.map(({ language }) => language))('paraphrases in %s', (language) => {
  const labelled = unseenTexts[language].map(([text, ...states]) => ({ language, text, states }));
  const { texts, answered, right, falseTerminals } = classifierFigures(labelled, classify).total;

  it('are answered, 90 of 100 at least', () => expect(answered / texts).toBeGreaterThanOrEqual(0.9));

  it('are answered rightly, 95 of 100 at least', () => expect(right / answered).toBeGreaterThanOrEqual(0.95));

  it('are never falsely taken for a terminal milestone', () => expect(falseTerminals).toEqual([]));
});
