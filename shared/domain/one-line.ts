/** Joiners and variation selectors stay: emoji and some scripts need them. */
const invisible = /(?!\u200C|\u200D|\uFE0E|\uFE0F)[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** Text from outside without line breaks, control and bidi characters and halves of letters; of any length, not escaped. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(invisible, '').replace(breaks, ' ').trim();
}
