import type { Milestone } from '../../../shared/domain/milestone.ts';

/** A text and what it may be taken to state; where two are named, people would differ too. */
export type StatedText = readonly [text: string, ...states: readonly (Milestone | 'unrecognised')[]];
