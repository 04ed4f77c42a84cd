import { createClassifier, type Classify } from './create-classifier.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ms } from './ms.ts';
import type { Phrasebook } from './phrasebook.ts';
import { pt } from './pt.ts';
import { th } from './th.ts';
import { vi } from './vi.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** Every language that texts are read in; where two read as much of a text, the earlier is believed. */
export const phrasebooks: readonly Phrasebook[] = [en, zhCN, zhTW, th, id, vi, ms, de, fr, es, it, pt, ja];

/** Reads the free text of a scan; needs no language, and answers `unrecognised` when unsure. */
export const classify: Classify = createClassifier(phrasebooks);
