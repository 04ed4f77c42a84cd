import type { TraceLanguage } from '../../../shared/milestones/phrasebook.ts';
import type { StatedText } from '../texts/stated-text.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ms } from './ms.ts';
import { pt } from './pt.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/**
 * Paraphrases, written without the phrases in view. The phrases were mended by them since, so they guard what was
 * learned; how well phrases read a text never met before only new texts can tell.
 */
export const unseenTexts: Readonly<Record<TraceLanguage, readonly StatedText[]>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  th,
  id,
  vi,
  ms,
  de,
  fr,
  es,
  it,
  pt,
  ja,
};
