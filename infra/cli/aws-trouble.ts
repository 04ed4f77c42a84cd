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
    /^(UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch|InvalidAccessKeyId)$/,
    'AWS does not know these credentials: look at AWS_PROFILE and AWS_ACCESS_KEY_ID',
  ],
];

/**
 * One line for an error that the AWS account's owner can mend; undefined for every other. AWS's own texts name people
 * and accounts, so only the action is kept of them.
 */
export function awsTrouble(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [, known] = troubles.find(([name]) => name.test(error.name)) ?? [];
  if (known !== undefined) return known;
  if (/^AccessDenied(Exception)?$|^AuthorizationError$/.test(error.name)) {
    const [, action] = /perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(error.message) ?? [];
    return `AWS does not allow it${action === undefined ? '' : ` (${action})`}: your role needs what the README lists under “Commands on a deployed stack”`;
  }
  return /region (is missing|not accepted)/i.test(error.message)
    ? 'no AWS region here: set AWS_REGION to where the stack stands, e.g. AWS_REGION=eu-west-1'
    : undefined;
}
