import { counted } from './en-words.ts';
import type { SupplementText, TicketLine } from './supplement-text.ts';

function parcel(line: TicketLine, index: number): string {
  const ids = [`Order ${line.order}`, ...(line.parcel ? [`parcel ${line.parcel}`] : [])].join(', ');
  const proof = line.proof === undefined ? '' : `; missing since then: ${line.proof}`;
  return `${index + 1}. ${ids}, ${line.carrier} ${line.number}; last event: ${line.lastScan}; silent for ${line.silence}${proof}`;
}

export const enSupplement: SupplementText = {
  unknownCarrier: 'unknown carrier',
  subject: (carrier, n, isProven) =>
    `${isProven ? 'Request' : 'Check, then request'} a tracking supplement: ${carrier}, ${counted(n, 'order')}`,
  title: (carrier, n) => `${carrier}: ${counted(n, 'trace')} stalled for over 72 hours`,
  why: 'TikTok shows no new scan for the orders below. Longer silence may open the refund channel to their buyers.',
  notCompared:
    "Only TikTok's own trace has been read. No second source has been compared yet, so it is open whether the parcels stand still or only their scans do not arrive.",
  compared:
    "The carrier's own trace has been compared with TikTok's: the carrier has scans that TikTok lacks. The first of them stands with each order, by TikTok's clock.",
  checkFirst: 'Check first',
  steps: [
    "Look up two or three of the numbers on the carrier's own site.",
    'The carrier shows newer scans than TikTok: the feed is broken. File the ticket below with a screenshot on which the times can be read.',
    'The carrier is silent too: TikTok has nothing to supplement. Ask the carrier to trace the parcels.',
    'Make sure that the API key of your ERP or forwarder has not expired; that looks exactly the same from here.',
  ],
  provenSteps: [
    "Look up one or two of the numbers on the carrier's own site and take a screenshot on which the times can be read.",
    'Make sure that the API key of your ERP or forwarder has not expired: then renew it first, and the scans may follow by themselves.',
    'File the ticket below with the screenshot. Where one about the same order was filed without proof, add this to it.',
  ],
  proof: 'First missing scan',
  category: 'Ticket category',
  documented: (market) => `Named by TikTok's help pages for your market, ${market} (July 2024).`,
  notDocumented: (market) =>
    `Named by TikTok's help pages for other markets (July 2024); none was found for yours (${market}), so take the nearest one.`,
  alternative: 'Some articles call it',
  sevenDays:
    'TikTok may answer that a silence of less than seven days is normal; then add the screenshot and ask again.',
  ticketText: 'Ticket text, ready to paste',
  ticketLanguage: 'English',
  ticket: (shop, lines, more) =>
    [
      'Hello TikTok Shop support,',
      '',
      'the tracking of the parcels below has not been updated in TikTok Shop for more than 72 hours. Please check the tracking feed of the carrier and supplement the missing events.',
      '',
      `Shop: ${shop}`,
      ...lines.map(parcel),
      ...(more > 0 ? [`${counted(more, 'more order')}: see the attached table.`] : []),
      '',
      "Newest event on the carrier's site (screenshot attached):",
      '',
      'Thank you.',
    ].join('\n'),
  parcels: 'Orders in this request',
  silent: (silence) => `silent for ${silence}`,
  longest: (silence) => `The longest silence is ${silence}.`,
  notShown: (n) => `${counted(n, 'more order')} in the attached table.`,
  noNumber: 'no tracking number',
  noScan: 'no scan',
};
