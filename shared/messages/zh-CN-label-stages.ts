import type { StageText } from './messages.ts';
import type { labelStageIds } from './stage-ids.ts';

export const zhLabelStages: Readonly<Record<(typeof labelStageIds)[number], StageText>> = {};
