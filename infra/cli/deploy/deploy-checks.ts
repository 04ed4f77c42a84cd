import { counted } from '../../../shared/messages/en-words.ts';
import type { Diagnosis } from '../doctor/examination.ts';
import type { Finding } from '../doctor/examine.ts';
import { identitiesOf, isProbablySandbox } from '../mail-account.ts';
import type { Asked, Facts, Unread } from './read-facts.ts';

/** The oldest that takes what we synthesize (`requiresBootstrapStackVersion` of the assembly, aws-cdk-lib 2.276). */
const oldestBootstrap = 6;

/** Lambda leaves so much of an account's concurrency unreserved, at least (reserved concurrency, 2026-11). */
const unreserved = 100;

/** What the SDK and AWS call credentials that are missing, wrong or over. */
const strangers =
  /Credentials|UnrecognizedClient|InvalidClientToken|InvalidSignature|SignatureDoesNotMatch|ExpiredToken/;
const refused = /AccessDenied|NotAuthorized/;

type Check = (facts: Facts, asked: Asked) => Diagnosis;

const checks: Readonly<Record<string, Check>> = {
  region: ({ region }) =>
    region === undefined
      ? {
          health: 'bad',
          what: 'No region is named.',
          toDo: 'Set AWS_REGION, e.g. to us-east-1, or a region in your AWS profile.',
        }
      : regionHealth(region),
  credentials: ({ bootstrap }) => {
    if (!isUnread(bootstrap))
      return { health: 'ok', what: bootstrap ? `AWS knows you in account ${bootstrap.account}.` : 'AWS knows you.' };
    if (!strangers.test(bootstrap.unread)) return notRead(bootstrap);
    return {
      health: 'bad',
      what: `AWS does not know you (${bootstrap.unread}).`,
      toDo: 'Log in, e.g. with aws sso login, or set AWS_PROFILE.',
    };
  },
  bootstrap: ({ bootstrap, region }) => {
    if (isUnread(bootstrap)) return notRead(bootstrap);
    const toDo = `Run npx cdk bootstrap once for this account and ${region ?? 'region'}.`;
    if (!bootstrap) return { health: 'bad', what: 'The CDK has not been prepared in this account and region.', toDo };
    const what = `The CDK is prepared in version ${bootstrap.version}.`;
    return bootstrap.version >= oldestBootstrap
      ? { health: 'ok', what }
      : { health: 'bad', what: `${what} ${oldestBootstrap} is the oldest that will do.`, toDo };
  },
  secrets: ({ parameters }) => {
    if (!isUnread(parameters)) return { health: 'ok', what: 'Secrets can be kept in SSM.' };
    if (!refused.test(parameters.unread)) return notRead(parameters);
    return {
      health: 'bad',
      what: `Parameters cannot be read (${parameters.unread}).`,
      toDo: 'Have ssm:GetParameter allowed: secrets lie there.',
    };
  },
  concurrency: ({ reserved }) => ({
    health: 'unknown',
    what: `The functions reserve ${reserved} concurrent executions, and the account's limit cannot be seen from here.`,
    toDo: `It has to be at least ${reserved + unreserved}; new accounts have 10, and the deployment fails: see “Concurrent executions” of Lambda in Service Quotas.`,
  }),
  sender: ({ mail }, { mailFrom }) => {
    if (isUnread(mail)) return notRead(mail);
    if (mailFrom === undefined)
      return {
        health: 'warn',
        what: 'No sender is named: the stack keeps the one it has.',
        toDo: 'Give --mail-from at the first deployment.',
      };
    if (isVerified(mailFrom, mail.verified)) return { health: 'ok', what: `${mailFrom} is verified in SES.` };
    return {
      health: 'bad',
      what: `${mailFrom} is not verified in SES.`,
      toDo: 'Verify the address or its domain in the SES console of this region.',
    };
  },
  'mail account': ({ mail }, { recipients }) => {
    if (isUnread(mail)) return notRead(mail);
    const { quota, verified } = mail;
    if (!quota.enabled)
      return { health: 'bad', what: 'SES has paused sending.', toDo: 'See the reputation page of the SES console.' };
    if (!isProbablySandbox(quota))
      return { health: 'ok', what: `SES sends up to ${counted(quota.daily, 'mail')} a day, to anybody.` };
    const unverified = recipients.filter((address) => !isVerified(address, verified));
    const refused = unverified.length === 0 ? '' : ` It would refuse ${unverified.join(', ')}.`;
    return {
      health: 'warn',
      what: `SES is probably in its sandbox: 200 mails a day, to verified addresses alone.${refused}`,
      toDo: 'Verify everybody who is to be written to, or ask for production access in the SES console.',
    };
  },
};

/** What a deployment needs, judged by facts alone. Whatever is bad stops it. */
export function deployChecks(facts: Facts, asked: Asked): readonly Finding[] {
  return Object.entries(checks).map(([examination, check]) => ({ examination, ...check(facts, asked) }));
}

/** Function URLs are not to be had in China, and nobody has tried the regions of governments (2026-11). */
function regionHealth(region: string): Diagnosis {
  if (!/^(cn|us-gov|us-iso)/.test(region)) return { health: 'ok', what: `Deploying to ${region}.` };
  return {
    health: 'bad',
    what: `Tidewatch does not run in ${region}.`,
    toDo: 'Choose a commercial region, e.g. us-east-1 or ap-southeast-1.',
  };
}

function isUnread(fact: object | string | undefined): fact is Unread {
  return typeof fact === 'object' && 'unread' in fact;
}

function notRead({ unread }: Unread): Diagnosis {
  return {
    health: 'unknown',
    what: `It could not be looked at (${unread}).`,
    toDo: 'Mend what stands above, or have it allowed to be read.',
  };
}

function isVerified(address: string, verified: ReadonlySet<string>): boolean {
  return identitiesOf(address).some((identity) => verified.has(identity));
}
