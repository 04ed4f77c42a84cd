import { counted } from './en-words.ts';
import type { NumberFormat, Slip } from '../domain/number-proposal.ts';
import type { CorrectionText } from './remedy-texts.ts';

const formats: Readonly<Record<NumberFormat, string>> = {
  yunexpress: 'a number of YunExpress (YT and 16 digits)',
  'upu-s10': 'a postal number with the right check digit',
  'usps-impb': 'a number of USPS with the right check digit',
};

const slips: Readonly<Record<Slip, string>> = {
  'full-width': 'full-width characters',
  spaces: 'spaces',
  dashes: 'dashes',
  'lower-case': 'small letters',
  'letter-for-digit': 'letters in the place of 0 or 1',
};

export const enCorrection: CorrectionText = {
  subject: (n) => `Check ${counted(n, 'tracking number')}`,
  title: (n) => `${counted(n, 'tracking number')} that cannot be right`,
  why: 'TikTok may tag these orders as without valid tracking, which lowers the valid tracking rate.',
  rule: {
    'within-72-hours':
      'TikTok lets number and carrier of an order be changed once, within 72 hours of shipment, and only where the seller ships.',
    once: 'TikTok lets number and carrier of an order be changed once, and only where the seller ships.',
  },
  byHand: 'Nothing has been changed: what is proposed is for you to compare with the label and to enter.',
  byItself:
    'Tidewatch has entered what is proposed wherever TikTok allowed it, as the shop’s “correctNumbers” says. Each row says what came of it; all the rest is for you.',
  stepsHeading: 'What to do',
  steps: [
    'Compare the number with the printed label. Where nothing is proposed, ask the packer for the label.',
    'Open the order in Seller Center, edit its shipping information, and enter number and carrier as the label has them.',
    'Read both once more before you save: there is no second change.',
  ],
  rows: 'Orders',
  notShown: (n) => `${counted(n, 'more order')} in the attached table.`,
  given: 'Number now',
  proposed: 'Proposed',
  because: 'Why',
  mended: (all, format) => `it has ${all.map((slip) => slips[slip]).join(', ')}; mended, it is ${formats[format]}`,
  askPacker: 'nothing can be told from it: ask the packer for the label',
  notOurs: 'TikTok Shipping gave this number, so you cannot change it: ask TikTok’s support to look into it',
  done: 'What Tidewatch did',
  outcome: {
    changed: 'entered it at TikTok',
    already: 'found it entered already',
    'window-over': 'nothing: TikTok no longer lets it be changed',
    'used-up': 'nothing: its one change has been used',
    'platform-label': 'nothing: the proposed number is one of TikTok’s own labels',
    refused: 'nothing: TikTok refused it; please enter it in Seller Center',
  },
  window: 'Can be changed until',
  windowLeft: (left) => `${left} left to change it`,
  windowOver: 'can no longer be changed',
  windowUnknown: 'can be changed once',
};
