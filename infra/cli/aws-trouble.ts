import { chosenStage } from './stack-option.ts';

const wrongClock = 'AWS refuses the clock of this machine: set it to the right time';

/** By the names of AWS's errors (SDK for JavaScript 3, 2026-11). */
const troubles: readonly (readonly [RegExp, string])[] = [
  [
    /^CredentialsProviderError$/,
    'no AWS credentials here: sign in (aws sso login), or set AWS_PROFILE or AWS_ACCESS_KEY_ID',
  ],
  [
    /^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/,
    'the AWS credentials have expired: sign in again, e.g. aws sso login',
  ],
  [
    /^(ThrottlingException|ThrottledException|ProvisionedThroughputExceededException|RequestLimitExceeded|RequestThrottled)$/,
    'AWS takes no more calls at the moment: try again in a minute',
  ],
  [
    /^ResourceNotFoundException$/,
    'something of the stack is not there any more: start it again with npm start, or deploy it with npm run deploy',
  ],
  [/^RequestTimeTooSkewed$/, wrongClock],
  [
    /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|InvalidAccessKeyId)$/,
    'AWS does not know these credentials: look at AWS_PROFILE and AWS_ACCESS_KEY_ID',
  ],
];

/** By the names and codes of what never reached AWS. */
const silences =
  /^(TimeoutError|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** What to say of an error in one line: what the account's owner can mend, else its own words. */
export function troubleText(error: unknown): string {
  const said = awsTrouble(error) ?? (error instanceof Error ? error.message : String(error));
  return said.replaceAll(/\s*\n\s*/g, ' ');
}

/**
 * One line for an error that the AWS account's owner can mend, by it or by what it was caused by; undefined for every
 * other. AWS's own texts name people and accounts, so only the action is kept of them.
 */
export function awsTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return troubleOf(error) ?? awsTrouble(error.cause);
}

function troubleOf(error: Error): string | undefined {
  const { name, message } = error;
  if (/^InvalidSignatureException$/.test(name) && /signature (expired|not yet current)/i.test(message))
    return wrongClock;
  const [, known] = troubles.find(([of]) => of.test(name)) ?? [];
  if (known !== undefined) return known;
  if (/^AccessDenied(Exception)?$|^AuthorizationError$/.test(name)) {
    const [, action] = /perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message) ?? [];
    return `AWS does not allow it${action === undefined ? '' : ` (${action})`}: your role needs what the README lists under “Commands on a deployed stack”`;
  }
  if (isSilence(error)) {
    return chosenStage() === undefined
      ? 'the stack that npm start runs does not answer: look at its terminal, and start it again if it has ended'
      : 'AWS does not answer: look at the network, AWS_REGION and AWS_ENDPOINT_URL, and try again';
  }
  return /region (is missing|not accepted)/i.test(message)
    ? 'no AWS region here: set AWS_REGION to where the stack stands, e.g. AWS_REGION=eu-west-1'
    : undefined;
}

/** Of calls to AWS alone: the SDK leaves its mark on them. */
function isSilence(error: Error): boolean {
  return '$metadata' in error && (silences.test(error.name) || ('code' in error && silences.test(String(error.code))));
}
