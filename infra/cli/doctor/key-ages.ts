import { credentialsOf, type Credential } from '../../../shared/domain/credential.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { age, isPast, type Duration, type Instant } from '../../../shared/domain/time.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { en } from '../../../shared/messages/en.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { credentialHealth } from './credential-health.ts';
import { examination, type Diagnosis } from './examination.ts';

/** Keys that people renew: a key lives 90 days, and one without an issue date warns nobody. */
export const keyAges = examination({
  id: 'keys',
  look: ({ shops }) => Promise.resolve(shops),
  judge: (shops, { now }) => shops.flatMap((shop) => keysOf(shop).map((key) => judgeKey(key, shop, now))),
});

function keysOf({ credentials }: Shop): readonly Credential[] {
  return credentialsOf(credentials, {}).filter(({ kind }) => kind !== 'access-token' && kind !== 'authorization');
}

function judgeKey(key: Credential, shop: Shop, now: Instant): Diagnosis {
  const { health, verdict } = credentialHealth(key, shop, now);
  const name = plain(key.name, 60);
  const about = `${shop.id}: ${name}`;
  if (verdict.is === 'unknown')
    return {
      about,
      health,
      what: 'Nobody wrote down when it was issued.',
      toDo: en.unwatched.because['issue-date-missing'],
    };
  const issued = key.issuedAt === undefined ? '' : `It is ${en.duration(age(key.issuedAt, now))} old`;
  const what = [issued, endOf(verdict, now)].filter((text) => text !== '').join(' and ');
  return {
    about,
    health,
    what: what === '' ? 'It has time left.' : `${what}.`,
    ...(health !== 'ok' && { toDo: renew(key) }),
  };
}

function endOf(verdict: Verdict, now: Instant): string {
  const end = verdict.is === 'firing' ? verdict.deadline?.at : undefined;
  if (end === undefined) return '';
  return isPast(end, now) ? `has expired` : `expires in ${en.duration((end - now) as Duration)}`;
}

function renew({ owner }: Credential): string {
  const whom = owner === undefined ? '' : ` with ${plain(owner, 60)}`;
  return `Renew it${whom} and write its new day of issue under “issuedAt” into the shop's settings.`;
}
