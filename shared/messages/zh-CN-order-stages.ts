import type { StageText } from './messages.ts';
import type { orderStageIds } from './stage-ids.ts';

export const zhOrderStages: Readonly<Record<(typeof orderStageIds)[number], StageText>> = {};
