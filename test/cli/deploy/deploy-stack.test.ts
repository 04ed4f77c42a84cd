import { describe, expect, it } from 'vitest';
import type { Account } from '../../../infra/cli/deploy/account.ts';
import { deployChecks } from '../../../infra/cli/deploy/deploy-checks.ts';
import { deployStack, type DeployRequest } from '../../../infra/cli/deploy/deploy-stack.ts';
import { readFacts } from '../../../infra/cli/deploy/read-facts.ts';
import { aMailAccount, sandbox } from '../doctor/a-patient.ts';
import { FakeCdk } from './a-fake-cdk.ts';

const request: DeployRequest = {
  mailFrom: 'watch@tidewatch.example',
  recipients: [],
  load: { orders: 5_000, shops: 1, every: 60, notices: 20 },
  parameters: ['MailFrom=watch@tidewatch.example'],
  dryRun: false,
  yes: false,
};

/** Baseline: an account in which nothing is missing. */
function anAccount(changes: Partial<Account> = {}): Account {
  return {
    region: () => Promise.resolve('us-east-1'),
    bootstrap: () => Promise.resolve({ account: '123456789012', version: 27 }),
    tryParameters: () => Promise.resolve(),
    mail: aMailAccount(),
    ...changes,
  };
}

function refusing(name: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error('arn:aws:iam::123456789012:user/li may not'), { name }));
}

async function checked(account: Account, asked: Partial<DeployRequest> = {}) {
  const of = { ...request, ...asked };
  const findings = deployChecks(await readFacts(account, of, 10), of);
  return Object.fromEntries(
    findings.map(({ examination, health, what, toDo }) => [examination, { health, what, toDo }]),
  );
}

describe('the checks before a deployment', () => {
  it('find nothing bad in an account that is ready; the limit of concurrency is said, for it cannot be seen', async () => {
    const found = await checked(anAccount());
    expect(
      Object.entries(found)
        .filter(([, { health }]) => health !== 'ok')
        .map(([id]) => id),
    ).toEqual(['concurrency']);
    expect(found['credentials']?.what).toContain('123456789012');
    expect(found['concurrency']?.toDo).toContain('at least 110');
  });

  it.each<[string, Account, Partial<DeployRequest>, string, string, RegExp]>([
    ['no region', anAccount({ region: () => Promise.resolve(undefined) }), {}, 'region', 'bad', /AWS_REGION/],
    [
      'a region where it cannot run',
      anAccount({ region: () => Promise.resolve('cn-north-1') }),
      {},
      'region',
      'bad',
      /commercial/,
    ],
    [
      'no credentials',
      anAccount({ bootstrap: refusing('CredentialsProviderError') }),
      {},
      'credentials',
      'bad',
      /AWS_PROFILE/,
    ],
    [
      'no bootstrap',
      anAccount({ bootstrap: () => Promise.resolve(undefined) }),
      {},
      'bootstrap',
      'bad',
      /cdk bootstrap once for this account and us-east-1/,
    ],
    [
      'an old bootstrap',
      anAccount({ bootstrap: () => Promise.resolve({ account: '1', version: 5 }) }),
      {},
      'bootstrap',
      'bad',
      /cdk bootstrap/,
    ],
    [
      'no right to secrets',
      anAccount({ tryParameters: refusing('AccessDeniedException') }),
      {},
      'secrets',
      'bad',
      /ssm:GetParameter/,
    ],
    [
      'a sender that nobody verified',
      anAccount({ mail: aMailAccount({}, []) }),
      {},
      'sender',
      'bad',
      /Verify the address or its domain/,
    ],
    [
      'mail that was paused',
      anAccount({ mail: aMailAccount({ enabled: false }) }),
      {},
      'mail account',
      'bad',
      /reputation/,
    ],
    [
      'the sandbox',
      anAccount({ mail: aMailAccount(sandbox) }),
      { recipients: ['li@shop.example'] },
      'mail account',
      'warn',
      /Verify everybody/,
    ],
  ])('tell of %s, and what to do', async (_, account, asked, check, health, toDo) => {
    const found = (await checked(account, asked))[check];
    expect(found?.health).toBe(health);
    expect(found?.toDo).toMatch(toDo);
  });

  it('name those whom the sandbox would refuse', async () => {
    const found = await checked(anAccount({ mail: aMailAccount(sandbox, ['owner@shop.example']) }), {
      recipients: ['owner@shop.example', 'li@shop.example'],
    });
    expect(found['mail account']?.what).toMatch(/It would refuse li@shop\.example\.$/);
  });

  it('leave the sender that a stack has where none is named', async () => {
    const { mailFrom: _, ...later } = request;
    const findings = deployChecks(await readFacts(anAccount(), later, 10), later);
    expect(findings.find(({ examination }) => examination === 'sender')?.health).toBe('warn');
  });

  it('blame nothing else for a region or credentials that are missing', async () => {
    const nobody = refusing('CredentialsProviderError');
    const mail = { quota: nobody, verified: nobody };
    const found = await checked(anAccount({ bootstrap: nobody, tryParameters: nobody, mail }));
    const bad = Object.entries(found).filter(([, { health }]) => health === 'bad');
    expect(bad.map(([id]) => id)).toEqual(['credentials']);
    const nowhere = await checked(anAccount({ region: () => Promise.resolve(undefined) }));
    expect(
      Object.entries(nowhere)
        .filter(([, { health }]) => health === 'bad')
        .map(([id]) => id),
    ).toEqual(['region']);
  });

  it('repeat no text of AWS: it names people', async () => {
    expect(JSON.stringify(await checked(anAccount({ bootstrap: refusing('AccessDenied') })))).not.toContain('user/li');
  });
});

describe('a deployment', () => {
  async function deployed(changes: Partial<DeployRequest> = {}, account = anAccount()) {
    const cdk = new FakeCdk();
    const said: string[] = [];
    const ports = { account, cdk, say: (text: string) => void said.push(text) };
    const deployment = await deployStack({ ...request, ...changes }, ports);
    return { done: cdk.done, said: said.join('\n'), deployment };
  }

  it('says what it costs before it begins, and what comes next', async () => {
    const { done, said } = await deployed();
    expect(done).toEqual(['synthesize', 'deploy MailFrom=watch@tidewatch.example asks']);
    expect(said).toMatch(
      /5,000 orders a month[^]*Total[^]*Front door: https:\/\/door\.example\/[^]*webhooks\/<app key>[^]*Next: tidewatch app add/,
    );
  });

  it('changes nothing when something is missing, and answers what', async () => {
    const { done, deployment } = await deployed({}, anAccount({ mail: aMailAccount({}, []) }));
    expect(done).toEqual(['synthesize']);
    expect(deployment).toMatchObject({ deployed: false, missing: ['sender'], outputs: {} });
  });

  it('tried dry shows what would change', async () => {
    const { done, deployment } = await deployed({ dryRun: true });
    expect(done).toEqual(['synthesize', 'showChanges']);
    expect(deployment).toMatchObject({ deployed: false, missing: [] });
  });

  it('answers where the stack is reached, and what it costs', async () => {
    const { deployment } = await deployed();
    expect(deployment).toMatchObject({ deployed: true, outputs: { FrontDoorUrl: 'https://door.example/' } });
    expect(deployment.cost).toMatchObject({ orders: 5_000, currency: 'USD' });
  });

  it('asks nobody when told so', async () => {
    expect((await deployed({ yes: true })).done).toEqual(['synthesize', 'deploy MailFrom=watch@tidewatch.example']);
  });
});
