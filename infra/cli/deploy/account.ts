import { GetParameterCommand, ParameterNotFound, type SSMClient } from '@aws-sdk/client-ssm';
import type { MailAccount } from '../mail-account.ts';

/** What a deployment has to know of the account before it begins. Everything is only read. */
export interface Account {
  /** Undefined where neither environment nor profile names one. */
  region(): Promise<string | undefined>;
  /** Throws what AWS says when the credentials are no good. */
  bootstrap(): Promise<Bootstrap | undefined>;
  /** May secrets be read and decrypted? Throws when not. */
  tryParameters(): Promise<void>;
  readonly mail: MailAccount;
}

export interface Bootstrap {
  readonly account: string;
  readonly version: number;
}

/** Where `cdk bootstrap` leaves its version; the qualifier is the CDK's own default. */
const bootstrapVersion = '/cdk-bootstrap/hnb659fds/version';

export class AwsAccount implements Account {
  readonly mail: MailAccount;
  readonly #ssm: SSMClient;
  readonly #secrets: string;

  constructor(ssm: SSMClient, mail: MailAccount, secrets: string) {
    this.#ssm = ssm;
    this.mail = mail;
    this.#secrets = secrets;
  }

  async region(): Promise<string | undefined> {
    try {
      return await this.#ssm.config.region();
    } catch {
      // The SDK's one complaint here is that it knows no region.
      return undefined;
    }
  }

  async bootstrap(): Promise<Bootstrap | undefined> {
    const found = await this.#read(bootstrapVersion);
    // `arn:aws:ssm:<region>:<account>:parameter/…` names the account, so nothing else has to be asked for it.
    return found && { account: found.ARN?.split(':')[4] ?? 'unknown', version: Number(found.Value) };
  }

  async tryParameters(): Promise<void> {
    await this.#read(`${this.#secrets}/links/none`);
  }

  async #read(
    Name: string,
  ): Promise<{ readonly ARN?: string | undefined; readonly Value?: string | undefined } | undefined> {
    try {
      return (await this.#ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))).Parameter;
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  }
}
