import {
  GetAccountSendingEnabledCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
  type SESClientConfig,
} from '@aws-sdk/client-ses';
import { attempt } from '../../shared/adapters/aws-failure.ts';

/** The account's leave to send mail, as SES tells it. */
export interface MailAccount {
  quota(): Promise<MailQuota>;
  /** Those of these addresses and domains that are verified. */
  verified(identities: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface MailQuota {
  readonly enabled: boolean;
  /** Mails within 24 hours, at most. */
  readonly daily: number;
  readonly perSecond: number;
  readonly sent: number;
}

/** GetIdentityVerificationAttributes takes so many (SES API reference, version 2010-12-01). */
const identitiesPerCall = 100;

export function createSesClient(settings: SESClientConfig = {}): SESClient {
  return new SESClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000 },
    ...settings,
  });
}

export class SesAccount implements MailAccount {
  readonly #client: SESClient;

  constructor(client: SESClient) {
    this.#client = client;
  }

  async quota(): Promise<MailQuota> {
    const [quota, sending] = await attempt('SES: quota', () =>
      Promise.all([
        this.#client.send(new GetSendQuotaCommand({})),
        this.#client.send(new GetAccountSendingEnabledCommand({})),
      ]),
    );
    const { Max24HourSend: daily = 0, MaxSendRate: perSecond = 0, SentLast24Hours: sent = 0 } = quota;
    return { enabled: sending.Enabled ?? false, daily, perSecond, sent };
  }

  async verified(identities: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let at = 0; at < identities.length; at += identitiesPerCall) {
      const Identities = identities.slice(at, at + identitiesPerCall);
      const { VerificationAttributes = {} } = await attempt('SES: identities', () =>
        this.#client.send(new GetIdentityVerificationAttributesCommand({ Identities })),
      );
      for (const [identity, { VerificationStatus }] of Object.entries(VerificationAttributes)) {
        if (VerificationStatus === 'Success') found.add(identity);
      }
    }
    return found;
  }
}

/**
 * The first version of SES's API does not say whether the account is in the sandbox; these limits are the sandbox's,
 * and nobody asks to be granted so little (Amazon SES quotas, 2026).
 */
export function isProbablySandbox({ daily, perSecond }: MailQuota): boolean {
  return daily <= 200 && perSecond <= 1;
}

/** The address and its domain: verifying either is enough. */
export function identitiesOf(address: string): readonly string[] {
  const bare = (/<([^>]+)>/.exec(address)?.[1] ?? address).trim().toLowerCase();
  return [bare, bare.replace(/^.*@/, '')];
}
