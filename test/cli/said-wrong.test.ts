import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../channels/golden.ts';
import { workFolder, type Ended } from '../end-to-end/runner.ts';
import { startSsm, type SsmStandIn } from '../support/ssm-stand-in.ts';
import { runTidewatchWith } from './run-tidewatch.ts';

const folder = workFolder();
let ssm: SsmStandIn;
beforeAll(async () => {
  ssm = await startSsm();
});
afterAll(async () => {
  await ssm.stop();
  folder.remove();
});

const aws = {
  AWS_CONFIG_FILE: 'none',
  AWS_SHARED_CREDENTIALS_FILE: 'none',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PROFILE: '',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'a',
  AWS_SECRET_ACCESS_KEY: 'b',
};

/** What somebody types, what comes of it, one after the other. */
async function transcript(typed: readonly string[]): Promise<readonly (Ended & { readonly typed: string })[]> {
  const ended: (Ended & { readonly typed: string })[] = [];
  for (let at = 0; at < typed.length; at += 3) {
    const some = typed.slice(at, at + 3).map(async (line) => {
      const settings = { ...aws, AWS_ENDPOINT_URL: ssm.endpoint };
      return { typed: line, ...(await runTidewatchWith(settings, folder.path, ...line.split(' '))) };
    });
    ended.push(...(await Promise.all(some)));
  }
  return ended;
}

const order = '578230114599817301';
const run = 'backfill-2026-11-23T14:00:00.000Z';
const stackCommands = ['findings', `ack --order ${order}`, `recheck ${order}`, 'sweep', 'doctor'];

describe('what cannot be done is told in one line, on the standard error', () => {
  it.each<[name: string, status: number, typed: readonly string[]]>([
    [
      'unknown',
      2,
      [
        'chek',
        'shop lst',
        'app drop',
        'findings --speed',
        'findings today',
        'shop list --speed',
        'start --speed',
        'policy --speed',
        'policy deadlines',
        'classify --speed',
        'simulator --speed',
        'calendars --speed',
      ],
    ],
    [
      'missing',
      2,
      ['ack', 'snooze', 'recheck', `extend ${order}`, 'shop set 1', 'app add 6a7b8c9d0e', 'import', 'classify'],
    ],
    [
      'dates',
      2,
      [
        `extend ${order} 2027-02-30`,
        `extend ${order} 2027-02-28T12:00`,
        'backfill --from yesterday --to 2026-08-01T00:00:00Z',
        'backfill --from 2026-08-01T00:00:00Z --to 2026-07-01T00:00:00Z',
        'backfill --from 2026-02-30T00:00:00Z --to 2026-08-01T00:00:00Z',
        `snooze confirm-by/${order} --until tomorrow`,
        `snooze confirm-by/${order} --for 3`,
        'policy --on 2026-13-01',
        'policy deadline --market US --clock pickup-by --start 2026-01-16',
        'start --at nonsense',
        'simulator --at tomorrow',
      ],
    ],
    [
      'choices',
      2,
      [
        'findings --severity bad',
        'findings --state shut',
        'findings --limit 0',
        'remedies --state lost',
        'findings --stage Test_1',
      ],
    ],
    [
      'together',
      2,
      [
        'findings --json --csv',
        `backfill --resume ${run} --cancel ${run}`,
        `backfill --follow ${run} --no-wait`,
        `backfill --follow ${run} --from 2026-08-01T00:00:00Z`,
        'replay --orders a.csv --shop 1',
        'replay --orders a.csv --stage test',
        'replay --shop 1 --market GB',
      ],
    ],
  ])(
    '%s',
    async (name, status, typed) => {
      await expectTold(name, status, await transcript(typed));
    },
    90_000,
  );

  it('where nothing runs', async () => {
    const local = await transcript(stackCommands);
    await expectTold(
      'no-stack',
      1,
      local.filter(({ typed }) => typed !== 'doctor'),
    );
    expect(local.find(({ typed }) => typed === 'doctor')).toMatchObject({ status: 3, stdout: '' });
    const deployed = await transcript(stackCommands.slice(0, 2).map((words) => `${words} --stage test`));
    await expectTold('no-deployed-stack', 1, deployed);
  }, 60_000);

  it('where AWS does not allow it', async () => {
    ssm.fail(9, 'AccessDeniedException', 400);
    const ended = await transcript(stackCommands.slice(0, 2).map((words) => `${words} --stage production`));
    ssm.fail(0, '', 0);
    await expectTold('not-allowed', 1, ended);
  }, 60_000);
});

async function expectTold(name: string, status: number, all: readonly (Ended & { readonly typed: string })[]) {
  const text = all
    .map(({ typed, stderr, status: ended }) => `$ tidewatch ${typed}\n${stderr}status ${ended}\n`)
    .join('\n');
  expectGolden(`command-line-${name}.txt`, text);
  for (const { typed, stdout, stderr, status: ended } of all) {
    expect({ typed, status: ended, stdout }).toEqual({ typed, status, stdout: '' });
    expect(stderr.match(/\n/g), typed).toHaveLength(1);
    expect(stderr, typed).not.toContain('\u001B');
  }
}
