import type { StageText } from './messages.ts';
import type { shopStageIds } from './stage-ids.ts';

export const zhShopStages: Readonly<Record<(typeof shopStageIds)[number], StageText>> = {};
