import { counted } from './en-words.ts';
import type { AppealText } from './remedy-texts.ts';

export const enAppeal: AppealText = {
  subject: (n) => `Keep evidence for an appeal: ${counted(n, 'order')}`,
  title: (n) => `${counted(n, 'late order')} that may count against the shop`,
  why: 'A line was crossed that TikTok counts, whoever’s fault it was. Where it was not yours, an appeal takes the order out of the count; what proves it is easiest to get today.',
  window:
    'A first appeal is taken for 30 days, as sellers report; the day in Seller Center decides. Ours is reckoned from the crossed line, which is never later.',
  attached:
    'What Tidewatch knows of each order’s traces is attached: one sheet an order, with the times at which each source was read and hashes of what it said.',
  stepsHeading: 'What to do',
  steps: [
    'Look in Seller Center whether the order is counted; only then is there something to appeal.',
    'Choose the ground that is true. What the data speak for stands with each order; it is a hint, not a finding of fact.',
    'Collect what its list below still lacks. Every picture has to show its date and time.',
    'Appeal in Seller Center within the window, and note the ticket by the link in the notice.',
  ],
  rows: 'Orders',
  notShown: (n) => `${counted(n, 'more order')} in the attached table.`,
  likely: 'The data speak for',
  noHint: 'nothing in the data speaks for a ground',
  carrierTrace: 'The carrier’s own trace',
  present: 'attached',
  absent: 'not there: ask the carrier, or import it',
  appealBy: 'Appeal by',
  left: (left) => `${left} left to appeal`,
  over: 'the window may be over',
  scenario: {
    'force-majeure': {
      name: 'Force majeure',
      documents: [
        'The authority’s or carrier’s official notice: region, dates, what was closed. Chats and screenshots of chats do not count.',
        'Which orders were in that region on those days',
      ],
    },
    'late-scan': {
      name: 'Handed over in time, scanned late by the carrier',
      documents: [
        'Manifest or hand-over receipt with the carrier’s stamp or signature, date and time',
        'Photo or video of the hand-over with a visible timestamp',
        'Chat with the driver or the carrier’s desk of that day',
        'The carrier’s own trace (attached where it was read)',
      ],
    },
    'platform-fault': {
      name: 'Fault of the platform or of a system',
      documents: [
        'Screenshot of the error with date and time',
        'Number of the ticket in which it was reported, and its date',
        'The carrier’s own trace beside TikTok’s (attached where it was read)',
      ],
    },
    buyer: {
      name: 'The buyer’s cause: wrong address, change or cancellation asked for',
      documents: [
        'Chat in TikTok with the buyer in which it is asked for, date and time visible',
        'The carrier’s word on the failed address or refusal',
      ],
    },
    logistics: {
      name: 'Logistics of TikTok Shipping: lost, damaged, held',
      documents: [
        'The hand-over to TikTok’s carrier: receipt or first scan',
        'The carrier’s statement, or the trace that shows it (attached where it was read)',
      ],
    },
  },
};
