import { describe, expect, it, test } from 'vitest';
import { type EnvironmentInput, environments, type FunctionName } from '../../functions/environment.ts';
import { readEnvironment } from '../../functions/runtime/read-environment.ts';

const complete = {
  TABLE_NAME: 'watch',
  SWEEP_QUEUE_URL: 'https://sqs.example.test/1/sweep.fifo',
  NOTIFY_QUEUE_URL: 'https://sqs.example.test/1/notify',
  NOTIFY_DEAD_LETTERS_URL: 'https://sqs.example.test/1/notify-dead-letters',
  REMEDIATE_QUEUE_URL: 'https://sqs.example.test/1/remediate',
  SECRETS_PREFIX: '/tidewatch',
  MAIL_FROM: 'watch@example.test',
  FRONT_DOOR_URL: 'https://door.example.test/',
  REMEDIATE_DEAD_LETTERS_URL: 'https://sqs.example.test/1/remediate-dead-letters',
};
const names = Object.keys(environments) as FunctionName[];
const required = names.flatMap((name) =>
  Object.keys(environments[name].shape)
    .filter((variable) => variable in complete)
    .map((variable) => ({ name, variable })),
);

describe('a function that cannot start says why', () => {
  test.each(required)('$name without $variable names it and says what to set', ({ name, variable }) => {
    const { [variable as keyof typeof complete]: _, ...rest } = complete;
    expect(() => readEnvironment(name, rest)).toThrow(
      new RegExp(`^${name} cannot start\\. ${variable} is not set: set it to (the|a) .+\\.$`),
    );
  });

  const unusable = [
    { name: 'sweep', variable: 'TIKTOK_API_URL', value: 'open-api' },
    { name: 'sweep', variable: 'TIKTOK_CALLS_PER_SECOND', value: 'many' },
    { name: 'sweep', variable: 'TIKTOK_CALLS_PER_SECOND', value: '0' },
    { name: 'sweep', variable: 'SECRETS_PREFIX', value: 'tidewatch/' },
    { name: 'notify', variable: 'MAIL_FROM', value: 'someone' },
    { name: 'dispatch', variable: 'HEARTBEAT_URL', value: 'not-a-url-8931' },
  ] as const;

  test.each(unusable)('$name with an unusable $variable names it without repeating the value', (row) => {
    const start = () => readEnvironment(row.name, { ...complete, [row.variable]: row.value });
    expect(start).toThrow(`${row.variable} is not usable`);
    expect(start).not.toThrow(new RegExp(`: ${row.value}|"${row.value}"|8931`));
  });

  it('names all that is missing at once', () => {
    expect(() => readEnvironment('remediate', {})).toThrow(/TABLE_NAME is not set.+MAIL_FROM is not set/);
  });
});

describe('what may be left out', () => {
  it('is TikTok Shop itself: its hosts and its limit', () => {
    expect(readEnvironment('sweep', complete)).toMatchObject({
      TIKTOK_API_URL: 'https://open-api.tiktokglobalshop.com',
      TIKTOK_AUTH_URL: 'https://auth.tiktok-shops.com',
      TIKTOK_CALLS_PER_SECOND: 50,
    });
  });

  test.each([undefined, ''])('is the heartbeat: %j means there is none', (value) => {
    expect(readEnvironment('dispatch', { ...complete, HEARTBEAT_URL: value }).HEARTBEAT_URL).toBeUndefined();
  });
});

it('gives each function what it needs and nothing of the rest', () => {
  expect(Object.keys(readEnvironment('remediate', complete))).toEqual([
    'TABLE_NAME',
    'REMEDIATE_QUEUE_URL',
    'REMEDIATE_DEAD_LETTERS_URL',
    'MAIL_FROM',
    'FRONT_DOOR_URL',
    'SECRETS_PREFIX',
    'TIKTOK_API_URL',
    'TIKTOK_AUTH_URL',
    'TIKTOK_CALLS_PER_SECOND',
  ]);
});

it('does not compile in the stack with a variable forgotten or misspelt', () => {
  // @ts-expect-error MAIL_FROM is missing.
  const forgotten: EnvironmentInput<'remediate'> = { TABLE_NAME: 'watch', SECRETS_PREFIX: '/tidewatch' };
  // @ts-expect-error TABLE is no variable of it.
  const misspelt: EnvironmentInput<'remediate'> = { TABLE: 'watch', MAIL_FROM: 'watch@example.test' };
  expect([forgotten, misspelt].map((given) => environments.remediate.safeParse(given).success)).toEqual([false, false]);
});
