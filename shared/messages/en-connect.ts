import type { ConnectText } from './connect-text.ts';
import { counted } from './en-words.ts';

const nothing = 'Nothing has been connected.';
const again = 'Please open the link again from its beginning: it works for 60 minutes from when it was made.';

export const enConnect: ConnectText = {
  noState: {
    title: 'This did not begin at Tidewatch',
    text: [
      'An app that is installed from the App Store comes back without our mark, and anybody could have sent it here. ' +
        nothing,
      'Whoever runs Tidewatch makes a link for you with: tidewatch shop connect',
    ],
  },
  refused: {
    title: 'This link does not work',
    text: [
      `It is not one of ours, belongs to another app, or was cut off on its way. ${nothing}`,
      'Please open the whole link that tidewatch shop connect printed, or ask for a new one.',
    ],
  },
  expired: {
    title: 'This link has expired',
    text: [`A link to connect shops works for 60 minutes. ${nothing}`, 'A new one comes from: tidewatch shop connect'],
  },
  busy: {
    title: 'One moment, please',
    text: [
      'The same answer is being worked on already, perhaps in another window. Please reload this page in a minute.',
    ],
  },
  noCode: {
    title: 'TikTok’s answer is missing',
    text: [`The address says neither that you agreed nor that you refused. ${nothing}`, again],
  },
  declined: {
    title: 'Access was refused',
    text: [
      `TikTok says that access was not granted. ${nothing}`,
      'If that was a mistake, ask for a new link: tidewatch shop connect',
    ],
  },
  trouble(trouble) {
    switch (trouble.is) {
      case 'code-expired':
        return {
          title: 'TikTok’s answer is too old',
          text: [`What TikTok hands out when you agree works for 30 minutes. ${nothing}`, again],
        };
      case 'code-used':
        return {
          title: 'TikTok’s answer has been used',
          text: [`What TikTok hands out when you agree works once. ${nothing}`, again],
        };
      case 'app-refused':
        return {
          title: 'TikTok does not accept the app',
          text: [
            `The app’s key or secret may be wrong, or the app be disabled. ${nothing}`,
            'Whoever runs Tidewatch checks both in Partner Center and enters them with: tidewatch app add. Then open the link again.',
          ],
        };
      case 'scopes-missing':
        return {
          title: 'The app may not see enough',
          text: [
            `Missing in the app’s access scopes: ${trouble.scopes.join(', ')}. ${nothing}`,
            'Whoever runs Tidewatch adds them to the app in Partner Center. Then open the link again and agree once more.',
          ],
        };
      case 'no-shops':
        return {
          title: 'There is no shop to watch',
          text: [
            'You agreed, but TikTok lists no shop for this account. Please open the link again and sign in with the account that owns the shop.',
          ],
        };
      case 'not-a-seller':
        return {
          title: 'This is no seller’s account',
          text: [`Creators and partners have no orders to watch. ${nothing}`, again],
        };
      case 'unreachable':
        return {
          title: 'TikTok does not answer',
          text: ['Nothing is lost: please reload this page in a minute.'],
        };
    }
  },
  connected: (count) =>
    count === 0
      ? { title: 'No shop is watched yet', text: ['You agreed, but none of the shops could be taken:'] }
      : {
          title: `${counted(count, 'shop')} connected`,
          text: [
            'The first look at the open orders has begun. What is late already comes in one summary, news after that as it happens.',
          ],
        },
  replayed: 'This link had been used before. Nothing has been changed now.',
  shop: {
    new: 'watched from now on',
    renewed: 'authorized anew; its settings stay',
    'no-recipient': 'not watched: nobody was named to hear of it (--recipient)',
  },
  unfit: (fields) => `not watched: TikTok’s data do not fit (${fields})`,
};
