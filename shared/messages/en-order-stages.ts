import type { StageText } from './messages.ts';
import type { orderStageIds } from './stage-ids.ts';

export const enOrderStages: Readonly<Record<(typeof orderStageIds)[number], StageText>> = {};
