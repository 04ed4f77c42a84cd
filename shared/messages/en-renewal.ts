import { counted } from './en-words.ts';
import type { RenewableKind, RenewalText } from './remedy-texts.ts';

const noSync = 'Without it the shop’s ERP gets no orders and hands in no numbers: confirmations and tracking stop.';
const nothingRead = 'Without it nothing of the shop can be read, so none of its deadlines is watched.';

const authorizeAgain = [
  'Have whoever runs Tidewatch make a link with “npx tidewatch shop connect”; open it, signed in with the shop’s main account, and agree.',
  'Nothing has to be copied: the new tokens are stored by themselves, and the shop is read again at once.',
];

function issued(id: string): string {
  return `Write the day of issue into the shop’s settings: “issuedAt” of “${id}” in “credentials”.`;
}

function steps(kind: RenewableKind, id: string): readonly string[] {
  switch (kind) {
    case 'api-key':
      return [
        'Make a new key where the old one was issued, and enter it wherever the old one is used.',
        'See an order come through with the new key, then withdraw the old one.',
        issued(id),
      ];
    case 'erp-link':
      return [
        'Open the list of authorized shops in the ERP and authorize this shop again, with its main account.',
        'Have the ERP fetch the orders since the link ended, and hand in the numbers that are still missing.',
        issued(id),
      ];
    case 'forwarder-key':
      return [
        'Get a new key from the forwarder: in its portal under API settings, or from your account manager there.',
        'Enter it wherever parcels are announced and scans are fetched, mostly in the ERP.',
        issued(id),
      ];
    case 'authorization':
      return authorizeAgain;
    case 'access-token':
      return [
        'It renews itself, and TikTok refuses that: see in Partner Center whether the app is active and its secret is still the stored one.',
        ...authorizeAgain,
      ];
    case 'second-source-key':
      return [
        'Look in the source’s console whether the key is active and this service may use it; else make a new one.',
        'Store it where the old one is: “secondOpinion” in the shop file, or Parameter Store under “/tidewatch/second-opinions/<shop>”.',
      ];
  }
}

export const enRenewal: RenewalText = {
  subject: (name) => `Renew: ${name}`,
  title: (name) => `${name} has to be renewed`,
  left: (left) => `expires in ${left}`,
  expired: (late) => `expired ${late} ago`,
  refused: (age) => `refused for ${age}`,
  dark: {
    'api-key': noSync,
    'erp-link': noSync,
    'forwarder-key':
      'Without it the forwarder’s scans no longer arrive: its parcels look silent, and TikTok counts that.',
    authorization: nothingRead,
    'access-token': nothingRead,
    'second-source-key': 'Without it nobody can say why a parcel is silent; the silence itself is still told.',
  },
  darkNow: (n) => `${counted(n, 'order')} went silent when it ended.`,
  forOwner: (owner) => `It is ${owner}’s to renew: please pass this on.`,
  noOwner: 'Nobody is named as its owner: please find somebody to renew it.',
  stepsHeading: 'What to do',
  steps,
  closes: 'Nothing has to be marked as done: this closes by itself when the renewal is seen, with the next check.',
  rows: 'What it is about',
  kind: 'Kind',
  kinds: {
    'api-key': 'API key',
    'erp-link': 'link between shop and ERP',
    'forwarder-key': 'key of a forwarder',
    authorization: 'authorization by the seller',
    'access-token': 'access token',
    'second-source-key': 'key of the second source of traces',
  },
  owner: 'Owner',
  expires: 'Valid until',
  orders: 'Silent orders',
};
