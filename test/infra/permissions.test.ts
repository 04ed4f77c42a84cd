import { describe, expect, it, test } from 'vitest';
import * as keys from '../../shared/adapters/dynamo/keys.ts';
import { instant } from '../../shared/domain/time.ts';
import { pointsTo, synthesize } from './synthesized.ts';
import { functionProperties, policyProperties } from './template-schemas.ts';

const stack = synthesize();
const policies = stack.all('AWS::IAM::Policy', policyProperties);
const statements = policies.flatMap(({ id, PolicyDocument }) =>
  PolicyDocument.Statement.map((statement) => ({ ...statement, id, what: statement.Action.join(', ') })),
);
const functions = stack.all('AWS::Lambda::Function', functionProperties);

/** What one function may do. */
function allowed(name: string) {
  const role = pointsTo(functions.find(({ FunctionName }) => FunctionName === `tidewatch-${name}`)?.Role);
  const own = policies.filter(({ Roles }) => Roles.some((attached) => pointsTo(attached) === role));
  return own.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

function actions(name: string, service: string): readonly string[] {
  const all = allowed(name).flatMap(({ Action }) => Action.filter((action) => action.startsWith(`${service}:`)));
  return [...new Set(all)].toSorted();
}

describe('no function', () => {
  test.each(statements)('is granted a wildcard action: $what', ({ Action }) => {
    expect(Action.filter((action) => action.includes('*'))).toEqual([]);
  });

  test.each(statements)('is granted all resources: $what', ({ Resource }) => {
    const open = Resource.map((resource) => JSON.stringify(resource)).filter((resource) => resource.includes('*'));
    expect(
      open.filter(
        (resource) => !/:parameter\/tidewatch\/(sellers|apps|shops|second-opinions|links)\/\*"/.test(resource),
      ),
    ).toEqual([]);
  });

  it('has a policy that AWS or someone else may change', () => {
    expect(JSON.stringify(stack.json)).not.toContain('ManagedPolicyArns');
  });

  test.each(['dispatch', 'hints', 'sweep', 'notify', 'remediate', 'backfill', 'front-door', 'webhooks', 'connect'])(
    '%s may scan or delete the table',
    (name) => {
      expect(actions(name, 'dynamodb').filter((action) => /Scan|DeleteItem|Table$/.test(action))).toEqual([]);
    },
  );
});

describe('each function may send only where its work leads', () => {
  const table: readonly { name: string; to: readonly string[]; why: string }[] = [
    { name: 'dispatch', to: ['HourlyDeadLetters', 'Sweeps'], why: 'a round is one message per shop' },
    { name: 'hints', to: ['MinutelyDeadLetters', 'Sweeps'], why: 'it brings sweeps forward' },
    {
      name: 'sweep',
      to: ['Notices', 'Remediations', 'Sweeps'],
      why: 'it hands over, and goes on in a further message',
    },
    { name: 'notify', to: ['NoticesDeadLetters'], why: 'it puts aside what a person must mend' },
    { name: 'remediate', to: ['RemediationsDeadLetters'], why: 'it puts aside what a person must mend' },
    { name: 'front-door', to: [], why: 'it writes down what people did, and sweeps read that' },
    { name: 'forget', to: ['ForgettingDeadLetters'], why: 'it deletes, and asks nobody for anything' },
    { name: 'webhooks', to: [], why: 'it leaves hints, and another function follows them' },
    { name: 'connect', to: ['Sweeps'], why: 'a new shop is looked at at once' },
    { name: 'backfill', to: ['Sweeps'], why: 'it starts with its first slice' },
  ];

  test.each(table)('$name: $why', ({ name, to }) => {
    const sends = allowed(name).filter(({ Action }) => Action.includes('sqs:SendMessage'));
    const targets = sends.flatMap(({ Resource }) => Resource.map((resource) => pointsTo(resource)));
    expect(targets.map((target) => target.replace(/(Queue)?[0-9A-F]{8}$/, '')).toSorted()).toEqual(to);
  });
});

describe('each function may touch only the items its work is about', () => {
  const order = { id: '5782', createdAt: instant(0) };
  const every: Readonly<Record<string, string>> = {
    shops: keys.shopKey('7').pk,
    watch: keys.watchKey('7').pk,
    seller: keys.sellerKey({ appKey: 'a', openId: 'b' }).pk,
    open: keys.openKey('7', order.id).pk,
    closed: keys.closedKey('7', order).pk,
    run: keys.recordPartition('run', '7'),
    quarantine: keys.recordPartition('quarantine', '7'),
    told: keys.recordPartition('told', '7'),
    remedy: keys.recordPartition('remedy', '7'),
    deed: keys.deedKey('7', order.id).pk,
    act: keys.actPartition('7'),
    case: keys.recordPartition('case', '7'),
    score: keys.recordPartition('score', '7'),
    day: keys.recordPartition('day', '7'),
    channel: keys.recordPartition('channel', '7'),
    second: keys.secondTraceKey('7', 'n').pk,
    list: keys.recordPartition('list', '7'),
    hint: keys.hintKey('7').pk,
    heard: keys.heardKey('a', 'n').pk,
    app: keys.appKey('a').pk,
    connection: keys.connectionKey({ app: 'a', nonce: 'n' }).pk,
  };
  /** Of no shop that is under watch. */
  const noShops = ['hint', 'heard', 'app', 'connection'];
  const reads = new Set(['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']);
  const table: readonly { name: string; reads: readonly string[]; writes: readonly string[] }[] = [
    { name: 'dispatch', reads: ['shops', 'watch'], writes: [] },
    { name: 'hints', reads: ['shops', 'watch', 'hint'], writes: ['hint'] },
    {
      name: 'sweep',
      reads: Object.keys(every).filter((item) => item === 'hint' || !['told', 'remedy', ...noShops].includes(item)),
      writes: ['watch', 'seller', 'open', 'closed', 'run', 'quarantine', 'case', 'day', 'second', 'list'],
    },
    { name: 'notify', reads: ['told', 'deed', 'act', 'channel', 'list'], writes: ['told', 'channel'] },
    {
      name: 'remediate',
      reads: ['shops', 'watch', 'seller', 'open', 'remedy', 'deed', 'act', 'case', 'second'],
      writes: ['seller', 'remedy', 'case'],
    },
    { name: 'front-door', reads: ['shops', 'watch', 'open', 'remedy', 'deed', 'act', 'case'], writes: ['deed', 'act'] },
    { name: 'webhooks', reads: ['shops', 'heard'], writes: ['hint', 'heard'] },
    {
      name: 'forget',
      reads: Object.keys(every).filter((item) => !noShops.includes(item)),
      writes: Object.keys(every).filter((item) => item === 'hint' || !noShops.includes(item)),
    },
    { name: 'connect', reads: ['shops', 'seller', 'connection'], writes: ['shops', 'seller', 'connection'] },
    { name: 'backfill', reads: ['shops'], writes: [] },
  ];

  /** Items of which one of these actions is allowed, by the same pattern rule as IAM's `StringLike`. */
  function reach(name: string, isMeant: (action: string) => boolean): readonly string[] {
    const patterns = allowed(name)
      .filter(({ Action }) => Action.some((action) => action.startsWith('dynamodb:') && isMeant(action)))
      .map(({ Condition }) => Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*'])
      .flatMap((leading) => leading as readonly string[]);
    return Object.keys(every).filter((item) => patterns.some((pattern) => isLike(every[item] ?? '', pattern)));
  }

  test.each(table)('$name reads $reads', ({ name, reads: items }) => {
    expect(reach(name, (action) => reads.has(action))).toEqual(items);
  });

  test.each(table)('$name writes $writes', ({ name, writes }) => {
    expect(reach(name, (action) => !reads.has(action))).toEqual(writes);
  });
});

describe('secrets', () => {
  const table = [
    { name: 'sweep', folders: ['apps', 'sellers'], may: ['ssm:GetParameter', 'ssm:PutParameter'] },
    { name: 'notify', folders: ['shops', 'links'], may: ['ssm:GetParameter', 'ssm:PutParameter'] },
    { name: 'webhooks', folders: ['apps'], may: ['ssm:GetParameter'] },
    { name: 'connect', folders: ['apps', 'sellers', 'links'], may: ['ssm:GetParameter', 'ssm:PutParameter'] },
    { name: 'forget', folders: ['sellers', 'shops'], may: ['ssm:DeleteParameter'] },
    { name: 'front-door', folders: ['shops', 'links'], may: ['ssm:GetParameter', 'ssm:PutParameter'] },
    {
      name: 'remediate',
      folders: ['apps', 'sellers', 'shops', 'links'],
      may: ['ssm:GetParameter', 'ssm:PutParameter'],
    },
    { name: 'dispatch', folders: [], may: [] },
    { name: 'hints', folders: [], may: [] },
    { name: 'backfill', folders: [], may: [] },
  ];

  test.each(table)('$name may use those of $folders', ({ name, folders, may }) => {
    const text = JSON.stringify(allowed(name));
    expect(['apps', 'sellers', 'shops', 'links'].filter((folder) => text.includes(`/tidewatch/${folder}/*`))).toEqual(
      folders,
    );
    expect(actions(name, 'ssm')).toEqual(may);
  });

  it.each(['notify', 'front-door'])('are written by %s only where links are signed', (name) => {
    const writes = allowed(name).filter(({ Action }) => Action.includes('ssm:PutParameter'));
    for (const { Resource } of writes) expect(JSON.stringify(Resource)).toContain('/tidewatch/links/*');
    expect(writes.every(({ Resource }) => Resource.length === 1)).toBe(true);
  });

  it.each(['sweep', 'connect'])('are written by %s only for sellers, whose tokens are renewed', (name) => {
    const writes = allowed(name).filter(({ Action }) => Action.includes('ssm:PutParameter'));
    expect(writes.map(({ Resource }) => Resource.length)).toEqual([1]);
    expect(JSON.stringify(writes)).toContain('/tidewatch/sellers/*');
  });
});

describe('mail', () => {
  test.each(['notify', 'remediate'])('%s sends from the one address that was given at deploy', (name) => {
    const [mail, ...more] = allowed(name).filter(({ Action }) => Action.some((action) => action.startsWith('ses:')));
    expect(mail?.Action).toEqual(['ses:SendRawEmail']);
    expect(mail?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': { Ref: 'MailFrom' } } });
    expect(more).toEqual([]);
  });

  test.each(['dispatch', 'hints', 'sweep', 'backfill', 'connect'])('%s sends none', (name) => {
    expect(actions(name, 'ses')).toEqual([]);
  });
});

function isLike(value: string, pattern: string): boolean {
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
}
