import type { DoorText } from './door-text.ts';

const viaNames: Readonly<Record<string, string>> = {
  email: 'e-mail',
  slack: 'Slack',
  'slack-app': 'Slack',
  wecom: 'WeCom',
  dingtalk: 'DingTalk',
  feishu: 'Feishu',
  remedy: 'request',
};

export const enDoor: DoorText = {
  product: 'Tidewatch',
  ask: {
    acknowledge: {
      title: 'Will you handle this?',
      text: [
        'Reminders stop for everybody. If it gets worse or is over, everybody is told again.',
        'Requests for remedies go on.',
      ],
    },
    snooze: {
      title: 'Snooze this?',
      text: [
        'Until then there are no messages about it and no requests for remedies. What is still open afterwards is told again.',
        'If a single order becomes critical in the meantime, you are told all the same.',
      ],
    },
    filed: {
      title: 'Have you filed a ticket?',
      text: ['Its number is kept with the finding, which then counts as taken on.'],
    },
    extended: {
      title: 'Did the buyer agree to wait?',
      text: ['The order is then watched by the new date.'],
    },
    'not-a-problem': {
      title: 'Is this not a problem?',
      text: [
        'It leaves the lists and digests, and no remedy is asked for. If it gets worse, everybody hears of it again.',
      ],
    },
  },
  afterTicket: {
    shown: 'If TikTok shows nothing new within 48 hours of the ticket, you hear of it.',
    answered: 'Nothing reminds you of it: please watch for the answer where the ticket was filed.',
  },
  send: {
    acknowledge: 'I’ll handle it',
    snooze: 'Snooze',
    filed: 'I have filed a ticket',
    extended: 'The buyer agreed to wait',
    'not-a-problem': 'Not a problem',
  },
  choose: { title: 'What do you want to do?', text: ['Nothing happens before you confirm it on the next page.'] },
  nothingYet: 'Nothing has been changed yet.',
  by: 'Your name (optional)',
  byHint: 'Colleagues see it. Without it, the message that you came from is named.',
  scope: 'Snooze what?',
  scopes: {
    subject: (name) => `Only ${name}`,
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
  reason: 'Why is it not a problem?',
  reasonHint: 'A few words for colleagues. Please write nothing about buyers.',
  wrong: {
    'stale-form':
      'This page was open for too long or was not sent as it was shown. Nothing has been changed. Please check it and send it again.',
    'until-missing': 'Please say until when. Nothing has been changed.',
    'until-past': 'That moment has passed. Please choose a later one. Nothing has been changed.',
    'snooze-too-long': 'A snooze lasts 7 days at most. Please choose an earlier moment. Nothing has been changed.',
    'date-too-late': 'An order is watched for 60 days at most. Please choose an earlier day. Nothing has been changed.',
    'ticket-missing': 'Please enter the ticket number, at most 60 characters. Nothing has been changed.',
    'reason-missing': 'Please say why, in at most 200 characters. Nothing has been changed.',
    'name-unfit': 'That name is too long: at most 60 characters. Nothing has been changed.',
  },
  done: {
    acknowledge: () => ({ title: 'Being handled', text: ['If it gets worse or is over, everybody is told again.'] }),
    snooze: (what, until) => ({ title: `Snoozed until ${until}`, text: [`${what}.`] }),
    filed: (ticket, next) => ({ title: `Ticket ${ticket} is noted`, text: [next] }),
    extended: (until) => ({ title: `The buyer waits until ${until}`, text: [] }),
    notAProblem: (reason) => ({
      title: 'Marked as not a problem',
      text: [`“${reason}”`, 'If it gets worse, everybody is told again.'],
    }),
  },
  byline: (by, at) => `By ${by}, ${at}.`,
  via: (kind, name) => `somebody who got the ${viaNames[kind] ?? kind} message (${name})`,
  earlier: 'Already done',
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
    text: [
      'Nothing has been changed.',
      'Links in messages work for 14 days, in requests for 30. A newer message has a newer link.',
    ],
  },
  over: {
    title: 'This is over',
    text: ['Nothing has been changed.', 'The finding that this link is about is no longer open.'],
  },
  notFound: { title: 'There is nothing here', text: ['Nothing has been changed.'] },
  wrongMethod: { title: 'That does not work here', text: ['Nothing has been changed.'] },
  tooLong: { title: 'That is too much to send', text: ['Nothing has been changed.', 'Please send less text.'] },
  failed: {
    title: 'That did not work',
    text: ['Please try again in a minute. If it had already been done, the page will say so.'],
  },
  otherLanguage: '中文',
  close: 'You can close this page.',
};
