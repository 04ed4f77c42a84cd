import type { XmlFields } from './aws-answer.ts';

/** In the sandbox SES sends 200 mails a day, one a second (Amazon SES quotas, 2026); the other is a usual first grant. */
const quotas = {
  sandbox: { Max24HourSend: '200', MaxSendRate: '1' },
  granted: { Max24HourSend: '50000', MaxSendRate: '14' },
};

export function sendQuota(isSandbox: boolean, sent: number): XmlFields {
  return { ...(isSandbox ? quotas.sandbox : quotas.granted), SentLast24Hours: String(sent) };
}

/** SES leaves out identities that it has never heard of. */
export function verificationOf(asked: readonly string[], verified: ReadonlySet<string>): XmlFields {
  const entry = asked
    .filter((identity) => verified.has(identity.toLowerCase()))
    .map((key): XmlFields => ({ key, value: { VerificationStatus: 'Success' } }));
  return { VerificationAttributes: { entry } };
}
