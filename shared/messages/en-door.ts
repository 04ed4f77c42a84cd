import type { DoorText } from './door-text.ts';

export const enDoor: DoorText = {
  product: 'Tidewatch',
  ask: {
    acknowledge: {
      title: 'Take this on?',
      text: [
        'Everybody is told of it no more until it gets worse or is over; then everybody hears of it again.',
        'Requests for remedies go on.',
      ],
    },
    snooze: {
      title: 'Keep this silent for a while?',
      text: [
        'Until then no message tells of it and no remedy is asked for. When the time is over, what is still open is told again.',
        'Of a single order, whatever becomes critical in the meantime is told all the same.',
      ],
    },
    filed: {
      title: 'Is a ticket filed for this?',
      text: [
        'Its number is kept with the finding. It counts as taken on, and you hear of it if TikTok shows nothing new 48 hours after the ticket.',
      ],
    },
    extended: {
      title: 'Did the buyer agree to wait?',
      text: ['The order is then watched by the later date.'],
    },
    'not-a-problem': {
      title: 'Is this no problem?',
      text: [
        'It leaves the lists and digests, and no remedy is asked for. If it gets worse, everybody hears of it again.',
      ],
    },
  },
  send: {
    acknowledge: 'I take it on',
    snooze: 'Keep it silent',
    filed: 'The ticket is filed',
    extended: 'The buyer waits',
    'not-a-problem': 'It is no problem',
  },
  choose: { title: 'What shall be done?', text: ['Nothing happens before you confirm it on the next page.'] },
  nothingYet: 'Nothing has been changed yet.',
  by: 'Your name (optional)',
  byHint: 'Colleagues see it. Without it, the message that you came from is named.',
  scope: 'What shall be silent?',
  scopes: {
    subject: (name) => `${name} alone`,
    carrier: (name) => `All parcels of ${name}`,
    lane: (carrier, phase) =>
      phase === 'transit' ? `Parcels of ${carrier} in transit` : `Parcels of ${carrier} before their pick-up`,
    shop: (name) => `Everything of the shop ${name}`,
  },
  until: 'Until when?',
  lengths: { '4h': '4 hours', '1d': '1 day', '3d': '3 days', '7d': '7 days' },
  ends: (length, at) => `${length} (until ${at})`,
  at: (zone) => `Until this moment (${zone})`,
  date: (zone) => `Last day on which the parcel may arrive (${zone})`,
  ticket: 'Ticket number',
  ticketHint: 'As Seller Center or the carrier shows it.',
  reason: 'Why is it none?',
  reasonHint: 'A few words for colleagues. Please write nothing about buyers.',
  wrong: {
    'stale-form':
      'This page was open for too long or was not sent as it was shown. Nothing has been changed. Please check it and send it again.',
    'until-missing': 'Please say until when. Nothing has been changed.',
    'until-past': 'That moment has passed. Please choose a later one. Nothing has been changed.',
    'until-too-late':
      'That is too far ahead: silence lasts 7 days at most, and an order is watched for 60. Nothing has been changed.',
    'ticket-missing': 'Please enter the ticket number, at most 60 characters. Nothing has been changed.',
    'reason-missing': 'Please say why, in at most 200 characters. Nothing has been changed.',
    'name-unfit': 'That name is too long: at most 60 characters. Nothing has been changed.',
  },
  done: {
    acknowledge: (at, by) => ({
      title: 'Taken on',
      text: [`By ${by}, ${at}.`, 'It is told again when it gets worse or is over.'],
    }),
    snooze: (what, until, at, by) => ({
      title: `Silent until ${until}`,
      text: [`${what}.`, `By ${by}, ${at}.`],
    }),
    filed: (ticket, at, by) => ({
      title: `Ticket ${ticket} is noted`,
      text: [`By ${by}, ${at}.`, 'If TikTok shows nothing new within 48 hours, you hear of it.'],
    }),
    extended: (until, at, by) => ({ title: `The buyer waits until ${until}`, text: [`By ${by}, ${at}.`] }),
    notAProblem: (reason, at, by) => ({
      title: 'Noted as no problem',
      text: [`“${reason}”`, `By ${by}, ${at}.`, 'If it gets worse, it is told again.'],
    }),
  },
  via: (channel) => `whoever reads the messages to ${channel}`,
  replayed: 'This link had been used before. Nothing has been changed now.',
  refused: {
    title: 'This link does not work',
    text: [
      'Nothing has been changed.',
      'Please open the link from the message itself; a mail program may have cut it off. Otherwise wait for the next message.',
    ],
  },
  expired: {
    title: 'This link has expired',
    text: ['Nothing has been changed.', 'Links work for 14 days. A newer message has a newer link.'],
  },
  over: {
    title: 'This is over',
    text: ['Nothing has been changed.', 'The finding that this link is about is no longer open.'],
  },
  notFound: { title: 'There is nothing here', text: ['Nothing has been changed.'] },
  wrongMethod: { title: 'That does not work here', text: ['Nothing has been changed.'] },
  failed: {
    title: 'That did not work',
    text: ['Please try again in a minute. If it had already been done, the page will say so.'],
  },
  otherLanguage: '中文',
  close: 'You can close this page.',
};
