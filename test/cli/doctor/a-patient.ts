import type { Diagnosis, Examination, Health } from '../../../infra/cli/doctor/examination.ts';
import type { Patient } from '../../../infra/cli/doctor/patient.ts';
import type { MailAccount, MailQuota } from '../../../infra/cli/mail-account.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { watchedEvents } from '../../../shared/domain/subscription.ts';
import { earlierRun } from '../../support/a-finding.ts';
import { aSeller, aShop, someCredentials } from '../../support/a-shop.ts';
import { aRunRecord, aWatch } from '../../support/a-watch.ts';
import { FakeChannelStates } from '../../support/fake-channel-states.ts';
import { FakeQuarantine } from '../../support/fake-quarantine.ts';
import { FakeRunLog } from '../../support/fake-run-log.ts';
import { FakeSellers } from '../../support/fake-sellers.ts';
import { FakeSellerVault } from '../../support/fake-seller-vault.ts';
import { FakeWatches } from '../../support/fake-watches.ts';
import { hoursAgo, now } from '../../support/moments.ts';
import type { Spoil } from '../../support/spoil.ts';

export interface FakePatient extends Patient {
  readonly sellers: FakeSellers;
  readonly vault: FakeSellerVault;
  readonly watches: FakeWatches;
  readonly runs: FakeRunLog;
  readonly quarantine: FakeQuarantine;
  readonly channelStates: FakeChannelStates;
}

const mailFrom = 'watch@tidewatch.example';

/** Baseline: one shop, in which all is well. */
export async function aPatient(changes: Spoil<Shop> = {}, others: Partial<Patient> = {}): Promise<FakePatient> {
  const shop = aShop(changes);
  const patient: FakePatient = {
    now,
    shops: [shop],
    unreadable: [],
    sellers: new FakeSellers(),
    vault: new FakeSellerVault(),
    watches: new FakeWatches(),
    runs: new FakeRunLog(),
    quarantine: new FakeQuarantine(),
    channelStates: new FakeChannelStates(),
    webhooks: aSubscription(),
    mail: aMailAccount(),
    mailFrom,
    gauges: () => Promise.resolve([]),
    deadLetters: () => Promise.resolve([]),
    clocks: [{ name: 'TikTok', ahead: () => Promise.resolve(0) }],
    ...(others as object),
  };
  patient.sellers.seed(aSeller, someCredentials());
  await patient.vault.storeTokens(aSeller, { accessToken: 'access', refreshToken: 'refresh' });
  await patient.vault.storeAppSecret(aSeller.appKey, 'secret');
  patient.watches.seed(shop.id, aWatch());
  await patient.runs.record(shop.id, earlierRun, aRunRecord(), now);
  return patient;
}

const heardAt = `https://hooks.tidewatch.example/webhooks/${aSeller.appKey}`;

/** Baseline: TikTok announces everything, and did so an hour ago. */
export function aSubscription(
  events: readonly string[] = watchedEvents,
  changes: Partial<Patient['webhooks']> = {},
): Patient['webhooks'] {
  return {
    address: () => heardAt,
    registered: () => Promise.resolve(events.map((event) => ({ event, address: heardAt }))),
    lastHeard: () => Promise.resolve(hoursAgo(1)),
    ...changes,
  };
}

/** Baseline: out of the sandbox, and the sender's domain is verified. */
export function aMailAccount(
  quota: Partial<MailQuota> = {},
  verified: readonly string[] = ['tidewatch.example'],
): MailAccount {
  const known = new Set(verified);
  return {
    quota: () => Promise.resolve({ enabled: true, daily: 50_000, perSecond: 14, sent: 12, ...quota }),
    verified: (asked) => Promise.resolve(new Set(asked.filter((identity) => known.has(identity)))),
  };
}

export const sandbox: Partial<MailQuota> = { daily: 200, perSecond: 1 };

/** What an examination says, worst things first: `bad: what it says | what to do`. */
export async function said(of: Examination, patient: Patient): Promise<readonly string[]> {
  return (await of.examine(patient)).map(sentence);
}

function sentence({ health, about, what, toDo }: Diagnosis): string {
  return [`${health}: ${about === undefined ? '' : `${about}: `}${what}`, ...(toDo === undefined ? [] : [toDo])].join(
    ' | ',
  );
}

export async function healthsOf(of: Examination, patient: Patient): Promise<readonly Health[]> {
  return (await of.examine(patient)).map(({ health }) => health);
}
