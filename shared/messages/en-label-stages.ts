import type { StageText } from './messages.ts';
import type { labelStageIds } from './stage-ids.ts';

export const enLabelStages: Readonly<Record<(typeof labelStageIds)[number], StageText>> = {};
