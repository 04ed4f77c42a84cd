import type { Locale } from '../domain/shop.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { zhCN } from './zh-CN.ts';

const languages = { en, 'zh-CN': zhCN } satisfies Record<Locale, Messages>;

export function messagesIn(locale: Locale): Messages {
  return languages[locale];
}
