import type { StageText } from './messages.ts';
import type { shopStageIds } from './stage-ids.ts';

export const enShopStages: Readonly<Record<(typeof shopStageIds)[number], StageText>> = {};
