import { afterAll, beforeAll, expect, it } from 'vitest';
import { AwsAccount } from '../../../infra/cli/deploy/account.ts';
import { createSsmClient } from '../../../shared/adapters/secrets.ts';
import { startSsm, type SsmStandIn } from '../../support/ssm-stand-in.ts';
import { aMailAccount } from '../doctor/a-patient.ts';

let ssm: SsmStandIn;
beforeAll(async () => {
  ssm = await startSsm();
});
afterAll(() => ssm.stop());

function anAccount(): AwsAccount {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = createSsmClient({ endpoint: ssm.endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
  return new AwsAccount(client, aMailAccount(), '/tidewatch-test');
}

it('knows its region, and whether the CDK has been prepared there', async () => {
  expect(await anAccount().region()).toBe('eu-west-1');
  expect(await anAccount().bootstrap()).toBeUndefined();
  ssm.put('/cdk-bootstrap/hnb659fds/version', '27');
  expect(await anAccount().bootstrap()).toMatchObject({ version: 27 });
});

it('tries to read a secret that is not there, below the prefix of its stage, and writes none', async () => {
  const before = ssm.versions.size;
  await anAccount().tryParameters();
  expect(ssm.reads.at(-1)).toBe('/tidewatch-test/links/none');
  expect(ssm.versions.size).toBe(before);
});

it('throws what AWS says when it refuses', async () => {
  ssm.fail(1, 'AccessDeniedException', 400);
  await expect(anAccount().tryParameters()).rejects.toThrow(expect.objectContaining({ name: 'AccessDeniedException' }));
});
