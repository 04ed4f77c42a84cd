import type { Shop } from '../../../shared/domain/shop.ts';
import { counted } from '../../../shared/messages/en-words.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { identitiesOf, isProbablySandbox, type MailQuota } from '../mail-account.ts';
import { examination, type Diagnosis } from './examination.ts';

interface Seen {
  readonly quota: MailQuota;
  readonly from?: string;
  readonly recipients: readonly string[];
  readonly verified: ReadonlySet<string>;
}

/** From here on a bad day would use up the rest (house rule, 2026-11). */
const fullShare = 0.8;

/** May mail be sent, from whom, and to whom? */
export const mail = examination({
  id: 'mail',
  look: async ({ shops, mail, mailFrom: from }): Promise<Seen> => {
    const recipients = [...new Set(shops.flatMap(addressesOf))];
    const asked = [...recipients, ...(from === undefined ? [] : [from])].flatMap(identitiesOf);
    const [quota, verified] = await Promise.all([mail.quota(), mail.verified([...new Set(asked)])]);
    return { quota, recipients, verified, ...(from !== undefined && { from }) };
  },
  judge: (seen) => [judgeAccount(seen.quota), judgeSender(seen), judgeRecipients(seen)],
});

function judgeAccount({ enabled, daily, sent }: MailQuota): Diagnosis {
  const about = 'SES account';
  if (!enabled)
    return {
      about,
      health: 'bad',
      what: 'SES has paused sending.',
      toDo: 'See the reputation page of the SES console: until then no mail goes out.',
    };
  const what = `${Math.round(sent).toLocaleString('en')} of ${counted(daily, 'mail')} sent within 24 hours.`;
  if (sent < fullShare * daily) return { about, health: 'ok', what };
  return { about, health: 'warn', what, toDo: 'Ask for a higher quota in the SES console: above it every mail waits.' };
}

function judgeSender({ from, verified }: Seen): Diagnosis {
  const about = 'sender';
  if (from === undefined)
    return {
      about,
      health: 'unknown',
      what: 'This stack does not say who sends its mails.',
      toDo: 'Start or deploy it anew.',
    };
  if (isVerified(from, verified)) return { about, health: 'ok', what: `${plain(from)} is verified.` };
  return {
    about,
    health: 'bad',
    what: `${plain(from)} is not verified in SES.`,
    toDo: 'Verify the address or its domain in the SES console of this region: until then every mail is refused.',
  };
}

function judgeRecipients({ quota, recipients, verified }: Seen): Diagnosis {
  const about = 'recipients';
  if (!isProbablySandbox(quota))
    return { about, health: 'ok', what: 'Mail may go to anybody: SES is not in its sandbox.' };
  const strangers = recipients.filter((address) => !isVerified(address, verified));
  const probably = 'SES is probably in its sandbox (200 mails a day, one a second)';
  if (strangers.length === 0)
    return {
      about,
      health: 'warn',
      what: `${probably}, and everybody written to is verified.`,
      toDo: 'Ask for production access in the SES console before anybody is added.',
    };
  const some = strangers
    .slice(0, 3)
    .map((address) => plain(address, 60))
    .join(', ');
  const more = strangers.length > 3 ? ` and ${strangers.length - 3} more` : '';
  return {
    about,
    health: 'bad',
    what: `${probably}, and refuses mail to ${some}${more}.`,
    toDo: 'Verify them in SES, or ask for production access in the SES console.',
  };
}

function addressesOf({ recipients, operations, carriers = [] }: Shop): readonly string[] {
  return [...recipients.map(({ address }) => address), operations.address, ...carriers.map(({ contact }) => contact)];
}

function isVerified(address: string, verified: ReadonlySet<string>): boolean {
  return identitiesOf(address).some((identity) => verified.has(identity));
}
