import { markup } from './html.ts';
import type { Markup } from './html.ts';

/** Colours in light and dark; each pair of text and ground keeps a contrast of 4.5 or more (asserted by a test). */
export const palette = {
  page: { light: '#eef3f5', dark: '#10181d' },
  card: { light: '#ffffff', dark: '#1a252c' },
  inset: { light: '#e6f1f3', dark: '#20323a' },
  line: { light: '#dbe4e8', dark: '#32424b' },
  text: { light: '#13222b', dark: '#e9f0f3' },
  soft: { light: '#4a5d69', dark: '#a9bac4' },
  link: { light: '#0a6270', dark: '#7fd0dc' },
  button: { light: '#0a6270', dark: '#7fd0dc' },
  onButton: { light: '#ffffff', dark: '#0c1a1f' },
  critical: { light: '#b1241c', dark: '#ff9f95' },
  breach: { light: '#9c4a06', dark: '#ffb57f' },
  warning: { light: '#735a00', dark: '#e9cb6b' },
  solved: { light: '#1c6a43', dark: '#86d6aa' },
} as const;
export type Tint = keyof typeof palette;

export const fonts =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** Attributes of one element: its inline style, and the classes by which the dark scheme repaints it. */
export function paint(
  style: string,
  tints: { text?: Tint; ground?: Tint; edge?: Tint; classes?: string } = {},
): Markup {
  const classes = [
    ...(tints.text ? [`t-${tints.text}`] : []),
    ...(tints.ground ? [`g-${tints.ground}`] : []),
    ...(tints.edge ? [`e-${tints.edge}`] : []),
    ...(tints.classes ? [tints.classes] : []),
  ];
  const colours = [
    ...(tints.text ? [`color:${palette[tints.text].light}`] : []),
    ...(tints.ground ? [`background-color:${palette[tints.ground].light}`] : []),
    ...(tints.edge ? [`border-color:${palette[tints.edge].light}`] : []),
  ];
  const named = classes.length > 0 ? `class="${classes.join(' ')}" ` : '';
  return markup(`${named}style="${[style, ...colours].filter((part) => part !== '').join(';')}"`);
}

const phone = [
  '.pad{padding-left:16px!important;padding-right:16px!important}',
  '.gutter{padding-left:8px!important;padding-right:8px!important}',
  '.h1{font-size:22px!important;line-height:28px!important}',
  '.stack{display:block!important;width:auto!important;text-align:left!important;padding-left:0!important;white-space:normal!important}',
  '.last{border-top:0!important;padding-top:0!important}',
  '.wide{display:none!important}',
  '.label{display:inline!important}',
];

/** Dark scheme and phones; apart from them what Outlook.com needs, since Gmail drops a whole block over one odd rule. */
export function stylesheets(): Markup {
  const tints = Object.entries(palette);
  const dark = tints.flatMap(([tint, { dark: colour }]) => [
    `.t-${tint}{color:${colour}!important}`,
    `.g-${tint}{background-color:${colour}!important}`,
    `.e-${tint}{border-color:${colour}!important}`,
  ]);
  const outlook = tints.flatMap(([tint, { dark: colour }]) => [
    `[data-ogsc] .t-${tint}{color:${colour}!important}`,
    `[data-ogsb] .g-${tint}{background-color:${colour}!important}`,
  ]);
  return markup(
    [
      '<style>',
      ':root{color-scheme:light dark;supported-color-schemes:light dark}',
      'body{-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}',
      `@media only screen and (max-width:520px){${phone.join('')}}`,
      `@media (prefers-color-scheme:dark){${dark.join('')}}`,
      '</style>',
      `<style>${outlook.join('')}</style>`,
    ].join('\n'),
  );
}
