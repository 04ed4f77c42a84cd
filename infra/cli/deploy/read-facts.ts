import { identitiesOf, type MailQuota } from '../mail-account.ts';
import type { Account, Bootstrap } from './account.ts';

/** What was asked for on the command line, as far as it is checked. */
export interface Asked {
  readonly mailFrom?: string;
  readonly recipients: readonly string[];
}

/** Why something could not be read: the name of AWS's error. */
export interface Unread {
  readonly unread: string;
}

export interface Facts {
  readonly region: string | undefined;
  readonly bootstrap: Bootstrap | Unread | undefined;
  readonly parameters: 'readable' | Unread;
  readonly mail: MailFacts | Unread;
  /** What the stack reserves of the account's concurrency. */
  readonly reserved: number;
}

interface MailFacts {
  readonly quota: MailQuota;
  readonly verified: ReadonlySet<string>;
}

/** Each fact by itself: what one of them cannot be read for says nothing of the others. */
export async function readFacts(account: Account, asked: Asked, reserved: number): Promise<Facts> {
  const region = await account.region();
  if (region === undefined) {
    const unread = { unread: 'no region' };
    return { region, bootstrap: unread, parameters: unread, mail: unread, reserved };
  }
  const [bootstrap, parameters, mail] = await Promise.all([
    orUnread(() => account.bootstrap()),
    orUnread(async () => {
      await account.tryParameters();
      return 'readable' as const;
    }),
    orUnread(() => readMail(account, asked)),
  ]);
  return { region, bootstrap, parameters, mail, reserved };
}

async function readMail({ mail }: Account, { mailFrom, recipients }: Asked): Promise<MailFacts> {
  const addresses = mailFrom === undefined ? recipients : [mailFrom, ...recipients];
  const [quota, verified] = await Promise.all([mail.quota(), mail.verified(addresses.flatMap(identitiesOf))]);
  return { quota, verified };
}

/** AWS's own texts name people and keys, so only the error's name is kept. */
async function orUnread<Answer>(read: () => Promise<Answer>): Promise<Answer | Unread> {
  try {
    return await read();
  } catch (error) {
    return { unread: error instanceof Error ? error.name : 'unknown failure' };
  }
}
