import { describe, expect, it } from 'vitest';
import { isTerminal } from '../../shared/domain/milestone.ts';
import { classify, phrasebooks } from '../../shared/milestones/registry.ts';
import { terminalTraps } from './terminal-traps.ts';

describe.each(phrasebooks.map(({ language }) => language))('no clock is stopped in %s by', (language) => {
  it.each(terminalTraps[language])('%s', (text) => {
    const { milestone } = classify(text);
    expect(milestone === 'unrecognised' || !isTerminal(milestone), milestone).toBe(true);
  });
});
