import { counted } from './en-words.ts';
import type { ChaseText } from './remedy-texts.ts';

const questions = [
  'Has it been scanned since without the scan being passed on? Then please send us the missing scans with their times.',
  'Where is it now?',
  'What holds it up, and when will it move on?',
] as const;

export const enChase: ChaseText = {
  subject: (carrier, n) => `${carrier}: ${counted(n, 'parcel')} without a new scan, please look for them`,
  title: (carrier, n) => `${carrier}: ${counted(n, 'parcel')} without a new scan`,
  asks: (shop) => `${shop} asks you about parcels that you carry for it and that have not been scanned for days.`,
  answer: 'Please answer this mail: what you write reaches the operations of the shop.',
  questionsHeading: 'Please tell us of each parcel',
  questions,
  noContact: (carrier, n) =>
    `No address of ${carrier} is known, so this comes to you: ask for ${counted(n, 'parcel')} there.`,
  stepsHeading: 'What to do',
  steps: (carrier) => [
    `Send the text below with the attached table to your account manager at ${carrier}; without one, call its hotline with the numbers.`,
    'Ask for a date in the answer, and look again on that day.',
    'Write the address into the shop’s “carriers”: from then on such mails go there by themselves, and the answers come to you.',
  ],
  letterHeading: 'Text for the carrier, ready to paste (English)',
  letter: (shop, lines, more) =>
    [
      'Hello,',
      '',
      `we are ${shop}. The parcels below have not been scanned for days. Please tell us of each of them:`,
      ...questions.map((question) => `- ${question}`),
      '',
      ...lines.map(
        ({ number, lastScan, silence }, place) =>
          `${place + 1}. ${number}; last scan: ${lastScan}; silent for ${silence}`,
      ),
      ...(more > 0 ? [`${counted(more, 'more parcel')}: see the attached table.`] : []),
      '',
      'Thank you.',
    ].join('\n'),
  parcels: 'Parcels',
  longest: (silence) => `The longest silence is ${silence}.`,
  notShown: (n) => `${counted(n, 'more parcel')} in the attached table.`,
  footer: (shop) => `Sent by Tidewatch for ${shop}, which watches its TikTok Shop orders with it.`,
};
