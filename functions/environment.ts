import * as z from 'zod';

const tableName = required('the name of the DynamoDB table');
const sweepQueue = z.url().describe('the URL of the FIFO queue of sweeps');
const notifyQueue = z.url().describe('the URL of the queue of notices');
const notifyDeadLetters = z.url().describe('the URL of the queue of notices that were put aside');
const remediateQueue = z.url().describe('the URL of the queue of remediation requests');
const remediateDeadLetters = z.url().describe('the URL of the queue of remediation requests that were put aside');
const secretsPrefix = z
  .string()
  .regex(/^(\/[\w.-]+)+$/)
  .describe('the path in the SSM parameter store under which secrets lie, e.g. /tidewatch');
const frontDoorUrl = z.url().describe('the address of the front door, to which links in messages lead');
const mailFrom = z.email().describe('the sender of every e-mail, an address or domain verified in SES');
const heartbeatUrl = z
  .union([z.literal('').transform(() => undefined), z.url()])
  .optional()
  .describe('a URL that is called after each complete round, or nothing');
/** An hour is what the founding article's clocks need; TikTok's limits allow more (house rule, 2026-11). */
const sweepMinutes = z
  .string()
  .regex(/^([1-5]\d|60)$/)
  .default('60')
  .transform(Number)
  .describe('a whole number from 10 to 60, the minutes from one round to the next');
const tiktokApi = z
  .url()
  .default('https://open-api.tiktokglobalshop.com')
  .describe('the base URL of the TikTok Shop Open API');
const tiktokAuth = z
  .url()
  .default('https://auth.tiktok-shops.com')
  .describe('the base URL of the TikTok Shop authorization server');
/** TikTok allows 50 calls a second per app, shop and endpoint (Open API documents, 2026-11). */
const seventeenTrack = z.string().default('https://api.17track.net').describe("base URL of 17TRACK's API");
const tiktokCallsPerSecond = z
  .string()
  .regex(/^[1-9]\d*$/)
  .default('50')
  .transform(Number)
  .describe('a whole number above 0, the calls a second allowed per app, shop and endpoint');

/**
 * What each function reads from its environment. The stack types its `environment` by the same schemas,
 * so a variable that a function needs and the stack forgets does not compile.
 */
export const environments = {
  dispatch: z.object({
    TABLE_NAME: tableName,
    SWEEP_QUEUE_URL: sweepQueue,
    HEARTBEAT_URL: heartbeatUrl,
    SWEEP_MINUTES: sweepMinutes,
  }),
  sweep: z.object({
    TABLE_NAME: tableName,
    SWEEP_QUEUE_URL: sweepQueue,
    NOTIFY_QUEUE_URL: notifyQueue,
    REMEDIATE_QUEUE_URL: remediateQueue,
    SECRETS_PREFIX: secretsPrefix,
    TIKTOK_API_URL: tiktokApi,
    TIKTOK_AUTH_URL: tiktokAuth,
    TIKTOK_CALLS_PER_SECOND: tiktokCallsPerSecond,
    SEVENTEENTRACK_URL: seventeenTrack,
  }),
  notify: z.object({
    TABLE_NAME: tableName,
    NOTIFY_QUEUE_URL: notifyQueue,
    NOTIFY_DEAD_LETTERS_URL: notifyDeadLetters,
    SECRETS_PREFIX: secretsPrefix,
    MAIL_FROM: mailFrom,
    FRONT_DOOR_URL: frontDoorUrl,
  }),
  remediate: z.object({
    TABLE_NAME: tableName,
    REMEDIATE_QUEUE_URL: remediateQueue,
    REMEDIATE_DEAD_LETTERS_URL: remediateDeadLetters,
    MAIL_FROM: mailFrom,
    FRONT_DOOR_URL: frontDoorUrl,
    SECRETS_PREFIX: secretsPrefix,
    TIKTOK_API_URL: tiktokApi,
    TIKTOK_AUTH_URL: tiktokAuth,
    TIKTOK_CALLS_PER_SECOND: tiktokCallsPerSecond,
  }),
  backfill: z.object({ TABLE_NAME: tableName, SWEEP_QUEUE_URL: sweepQueue }),
  hints: z.object({ TABLE_NAME: tableName, SWEEP_QUEUE_URL: sweepQueue }),
  forget: z.object({ TABLE_NAME: tableName, SECRETS_PREFIX: secretsPrefix }),
  webhooks: z.object({ TABLE_NAME: tableName, SECRETS_PREFIX: secretsPrefix }),
  connect: z.object({
    TABLE_NAME: tableName,
    SECRETS_PREFIX: secretsPrefix,
    SWEEP_QUEUE_URL: sweepQueue,
    TIKTOK_API_URL: tiktokApi,
    TIKTOK_AUTH_URL: tiktokAuth,
  }),
  'front-door': z.object({ TABLE_NAME: tableName, SECRETS_PREFIX: secretsPrefix }),
};

/** What the functions publish and the stack alarms on. The one dimension is the function's name. */
export const published = { namespace: 'Tidewatch', dimension: 'service', lagSeconds: 'LagSeconds' } as const;

export type FunctionName = keyof typeof environments;

/** As a function sees it: defaults filled in, numbers parsed. */
export type Environment<Name extends FunctionName> = z.output<(typeof environments)[Name]>;

/** As it is written in the stack: strings. */
export type EnvironmentInput<Name extends FunctionName> = z.input<(typeof environments)[Name]>;

function required(meaning: string): z.ZodString {
  return z.string().min(1).describe(meaning);
}
