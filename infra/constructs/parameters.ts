import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { environments } from '../../functions/environment.ts';

/** What whoever deploys has to say; each answer as text for the template. */
export interface Parameters {
  readonly mailFrom: string;
  readonly heartbeatUrl: string;
  readonly sweepMinutes: string;
  readonly tiktokApiUrl: string;
  readonly tiktokAuthUrl: string;
  readonly tiktokCallsPerSecond: string;
  readonly seventeenTrackUrl: string;
}

const { SWEEP_MINUTES } = environments.dispatch.shape;
const { TIKTOK_API_URL, TIKTOK_AUTH_URL, TIKTOK_CALLS_PER_SECOND, SEVENTEENTRACK_URL } = environments.sweep.shape;

export function askParameters(stack: Stack): Parameters {
  const ask = (name: string, description: string, more: { default?: string; allowedPattern: string }) =>
    new CfnParameter(stack, name, { description, ...more }).valueAsString;
  const sweepMinutes = new CfnParameter(stack, 'SweepMinutes', {
    description: 'Minutes from one sweep of a shop to the next; what TikTok announces is looked at within two.',
    type: 'Number',
    default: SWEEP_MINUTES.parse(undefined),
    minValue: 10,
    maxValue: 60,
  }).valueAsString;
  return {
    sweepMinutes,
    mailFrom: ask('MailFrom', 'Sender of every e-mail to sellers; the address or its domain is verified in SES.', {
      allowedPattern: String.raw`[^@\s<>]+@[^@\s<>]+`,
    }),
    heartbeatUrl: ask('HeartbeatUrl', "Called after each complete round, by an outside dead-man's switch; or empty.", {
      default: '',
      allowedPattern: String.raw`(https://\S+)?`,
    }),
    tiktokApiUrl: ask('TikTokApiUrl', 'Base URL of the TikTok Shop Open API.', {
      default: TIKTOK_API_URL.parse(undefined),
      allowedPattern: String.raw`(https://\S+|http://127\.0\.0\.1:\d+)`,
    }),
    tiktokAuthUrl: ask('TikTokAuthUrl', 'Base URL of the TikTok Shop authorization server.', {
      default: TIKTOK_AUTH_URL.parse(undefined),
      allowedPattern: String.raw`(https://\S+|http://127\.0\.0\.1:\d+)`,
    }),
    tiktokCallsPerSecond: ask('TikTokCallsPerSecond', 'Calls a second that TikTok allows per app, shop and endpoint.', {
      default: String(TIKTOK_CALLS_PER_SECOND.parse(undefined)),
      allowedPattern: String.raw`[1-9]\d*`,
    }),
    seventeenTrackUrl: ask('SeventeenTrackUrl', "Base URL of 17TRACK's API, for shops that ask it for second traces.", {
      default: SEVENTEENTRACK_URL.parse(undefined),
      allowedPattern: String.raw`(https://\S+|http://127\.0\.0\.1:\d+)`,
    }),
  };
}
