import { describe, expect, it } from 'vitest';
import { isTerminal } from '../../shared/domain/milestone.ts';
import type { TraceLanguage } from '../../shared/milestones/phrasebook.ts';
import { classify, phrasebooks } from '../../shared/milestones/registry.ts';
import { terminalTraps } from './terminal-traps.ts';
import { statedTexts } from './texts/every-language.ts';
import { unseenTexts } from './unseen/every-language.ts';

/** Makes an announcement of what was told. */
const openings: Readonly<Record<TraceLanguage, string>> = {
  en: 'Will be',
  'zh-CN': '即将',
  'zh-TW': '即將',
  th: 'จะ',
  id: 'Akan',
  vi: 'Sẽ',
  ms: 'Akan',
  de: 'Wird',
  fr: 'Sera',
  es: 'Será',
  it: 'Sarà',
  pt: 'Será',
  ja: '予定',
};

describe.each(phrasebooks.map(({ language }) => language))('no clock is stopped in %s by', (language) => {
  it.each(terminalTraps[language])('%s', (text) => {
    const { milestone } = classify(text);
    expect(milestone === 'unrecognised' || !isTerminal(milestone), milestone).toBe(true);
  });

  const told = [...statedTexts[language], ...unseenTexts[language]].flatMap(([text]) => {
    const reading = classify(text);
    const announceable = reading.milestone === 'delivered' || reading.milestone === 'picked-up';
    return announceable && reading.language === language ? [text] : [];
  });

  it.each(told.map((text) => `${openings[language]} ${text}`))('an announcement: %s', (text) =>
    expect(['delivered', 'picked-up']).not.toContain(classify(text).milestone),
  );
});
