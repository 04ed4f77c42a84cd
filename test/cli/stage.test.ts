import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { awsTrouble, troubleText } from '../../infra/cli/aws-trouble.ts';
import { workFolder } from '../end-to-end/runner.ts';
import { startSsm, type SsmStandIn } from '../support/ssm-stand-in.ts';
import { runTidewatchWith } from './run-tidewatch.ts';

const folder = workFolder();
let ssm: SsmStandIn;
beforeAll(async () => {
  ssm = await startSsm();
});
afterEach(() => ssm.forget());
afterAll(async () => {
  await ssm.stop();
  folder.remove();
});

/** An account of which nothing is known from this machine's own files. */
const nobody = {
  AWS_CONFIG_FILE: 'none',
  AWS_SHARED_CREDENTIALS_FILE: 'none',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PROFILE: '',
  AWS_REGION: '',
};
const somebody = { ...nobody, AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };

async function shopList(variables: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const settings = { ...variables, AWS_ENDPOINT_URL: ssm.endpoint };
  return await runTidewatchWith(settings, folder.path, 'shop', 'list', ...words);
}

describe('a deployed stack', () => {
  it('that is not there is said to be missing, with its region', async () => {
    expect(await shopList(somebody, '--stage', 'test')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tidewatch: no stack Tidewatch-test is deployed in eu-west-1: .*\n$/),
    });
    expect(ssm.reads.at(-1)).toBe('/tidewatch-test/stack');
    expect((await shopList(somebody, '--stage', 'production')).stderr).toMatch(/no stack Tidewatch is deployed/);
    expect(ssm.reads.at(-1)).toBe('/tidewatch/stack');
  });

  it.each([
    ['AccessDeniedException', /AWS does not allow it: your role needs what the README lists/],
    ['ExpiredTokenException', /the AWS credentials have expired: sign in again/],
    ['UnrecognizedClientException', /AWS does not know these credentials/],
  ])('that AWS keeps shut (%s) is told of in one line, and nothing that AWS says is repeated', async (type, says) => {
    ssm.fail(9, type, 400);
    const { status, stderr } = await shopList(somebody, '--stage', 'production');
    ssm.fail(0, '', 0);
    expect(status).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('as the test asked');
  });

  it.each([
    ['{"table": "tide', 'is cut short or no JSON'],
    ['{"table": 7, "apiUrl": "https://a.example", "authUrl": "https://a.example"}', 'does not fit at table'],
  ])('whose own description is broken (%s) has to be deployed again', async (value, says) => {
    ssm.put('/tidewatch-broken/stack', value, 'plain');
    const { status, stderr } = await shopList(somebody, '--stage', 'broken');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `tidewatch: the parameter /tidewatch-broken/stack ${says}: deploy the stack again with npm run deploy\n`,
    });
  });

  it('needs a region and credentials', async () => {
    expect((await shopList(nobody, '--stage', 'production')).stderr).toMatch(
      /^tidewatch: no AWS region here: set AWS_REGION/,
    );
    const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...without } = somebody;
    expect((await shopList(without, '--stage', 'production')).stderr).toMatch(/^tidewatch: no AWS credentials here/);
  });

  it('is named in small letters and digits', async () => {
    const { status, stderr } = await shopList(somebody, '--stage', 'Test_1');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/Give up to 20 small letters/) });
  });
});

describe('a stack of this machine', () => {
  const file = join(folder.path, '.tidewatch', 'local.json');
  beforeAll(() => mkdirSync(join(folder.path, '.tidewatch')));
  afterAll(() => rmSync(join(folder.path, '.tidewatch'), { recursive: true }));

  it.each([
    [
      '{"gatewayUrl": "http://127',
      /^tidewatch: \.tidewatch\/local\.json is cut short or no JSON: start the stack again/,
    ],
    [
      '{"gatewayUrl": 7, "region": "x"}',
      /local\.json does not fit at gatewayUrl: start the stack again with npm start$/,
    ],
    ['{"gatewayUrl": "http://127.0.0.1:9", "region": "x"}', /does not answer any more: start it again with npm start$/],
  ])('whose file is %s has to be started again', async (written, says) => {
    writeFileSync(file, written);
    const { status, stderr } = await shopList(somebody);
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(says);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  });
});

it('without a stage, where nothing runs, both ways are named', async () => {
  expect((await shopList(somebody)).stderr).toMatch(
    /start it with npm start, .* or name a deployed stack with --stage/,
  );
});

it('of what AWS refuses the action is named, and nobody else', () => {
  const text =
    'User: arn:aws:iam::123456789012:user/li.wei is not authorized to perform: dynamodb:Query on resource: x';
  const refused = Object.assign(new Error(text), { name: 'AccessDeniedException' });
  expect(awsTrouble(refused)).toMatch(/^AWS does not allow it \(dynamodb:Query\)/);
  expect(awsTrouble(refused)).not.toContain('li.wei');
  expect(awsTrouble(new Error('something else'))).toBeUndefined();
});

describe('what can be mended is told, also where something else failed for it', () => {
  const ofAws = (name: string, more: object = {}) =>
    Object.assign(new Error('text of AWS'), { name, $metadata: {}, ...more });
  it.each<[string, Error, RegExp]>([
    ['no network', ofAws('Error', { code: 'ENOTFOUND' }), /does not answer/],
    ['a time-out', ofAws('TimeoutError'), /does not answer/],
    ['a flood', ofAws('ThrottlingException'), /try again in a minute/],
    ['a missing table', ofAws('ResourceNotFoundException'), /npm run deploy/],
    [
      'a wrong clock',
      ofAws('InvalidSignatureException', { message: 'Signature expired: 2026' }),
      /set it to the right time/,
    ],
    ['wrong keys', ofAws('InvalidSignatureException'), /does not know these credentials/],
  ])('%s', (_, error, says) => {
    expect(troubleText(error)).toMatch(says);
    expect(troubleText(new Error('dynamodb query', { cause: error }))).toMatch(says);
    expect(troubleText(error)).not.toContain('text of AWS');
  });

  it('silence of others is not said to be that of AWS', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(troubleText(new Error('the simulator does\nnot answer', { cause: refused }))).toBe(
      'the simulator does not answer',
    );
  });
});
