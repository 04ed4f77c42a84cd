import type { Command } from 'commander';

/** One or two of each command, by its words behind `tidewatch`; an empty key is the program itself. */
const examples: Readonly<Record<string, readonly string[]>> = {
  '': ['doctor', 'findings --severity breach --stage production'],
  ack: ['ack confirm-by/578230114599817301 --by "Li Wei"', 'ack --order 578230114599817301'],
  snooze: [
    'snooze trace-silent/578230114599817301 --for 3d',
    'snooze trace-silent/578230114599817301 --until 2026-12-01T09:00:00Z --scope carrier --by "Li Wei"',
  ],
  app: ['app list --stage production'],
  'app add': ["app add 6a7b8c9d0e --link 'https://services.tiktokshop.com/open/authorize?service_id=7…'"],
  'app list': ['app list', 'app list --json'],
  backfill: [
    'backfill --shop 7495510238846614801 --from 2026-08-01T00:00:00Z --to 2026-11-01T00:00:00Z',
    'backfill --from 2026-10-01T00:00:00Z --to 2026-11-01T00:00:00Z --notify --stage production',
    'backfill --resume backfill-2026-11-23T14:00:00.000Z',
  ],
  calendars: ['calendars'],
  checklist: ['checklist', 'checklist --shop 7495510238846614801 --csv > today.csv'],
  classify: ['classify "Out for delivery"', 'classify --file texts.txt --json'],
  cost: ['cost --orders 5000', 'cost --orders 20000 --shops 4 --every 30'],
  deploy: [
    'deploy --mail-from tidewatch@example.com --alarm-address engineer@example.com',
    'deploy --stage test --dry-run',
  ],
  destroy: ['destroy --stage test', 'destroy --stage test --delete-data'],
  doctor: ['doctor', 'doctor --stage production --json'],
  extend: ['extend 578230114599817301 2026-12-01 --by "Li Wei"', 'extend 578230114599817301 2026-12-01T18:00:00+08:00'],
  findings: ['findings --severity breach --watch', 'findings --carrier YunExpress --state all --csv > findings.csv'],
  import: ['import attestations today.csv', 'import scores scores.csv --dry-run'],
  'import attestations': ['import attestations today.csv --by "Li Wei"', 'import attestations today.csv --dry-run'],
  'import scores': ['import scores scores.csv'],
  'import traces': ['import traces scans.csv --shop 7495510238846614801'],
  lanes: ['lanes', 'lanes --shop 7495510238846614801 --json'],
  policy: ['policy --market GB --on 2026-07-01', 'policy --diff 2026-06-17 2026-06-18'],
  'policy deadline': ['policy deadline --market US --clock pickup-by --start 2026-01-16T20:00:00Z'],
  recheck: ['recheck 578230114599817301', 'recheck 578230114599817301 --stage production --json'],
  replay: [
    'replay --shop 7495510238846614801 --from 2026-10-01T00:00:00Z --to 2026-11-01T00:00:00Z --packs gb,article',
    'replay --orders history.csv --market BR --set trace-silent.tracking-stale=60h --html replay.html',
  ],
  redrive: ['redrive --dry-run', 'redrive --queue notify --stage production'],
  remedies: ['remedies', 'remedies --state overdue --stage production'],
  shop: ['shop list', 'shop set 7495510238846614801 digest=08:00'],
  'shop list': ['shop list', 'shop list --stage production --json'],
  'shop show': ['shop show 7495510238846614801'],
  'shop set': [
    'shop set 7495510238846614801 digest=08:00 quietHours.from=22:00 quietHours.to=08:00',
    'shop set 7495510238846614801 digest=',
  ],
  'shop connect': [
    'shop connect --recipient owner@example.com',
    'shop connect --recipient owner@example.com --locale zh-CN --zone Asia/Shanghai --stage production',
  ],
  'shop pause': ['shop pause 7495510238846614801'],
  'shop resume': ['shop resume 7495510238846614801'],
  'shop remove': ['shop remove 7495510238846614801 --after 30'],
  simulator: ['simulator --port 4010 --seed 7', 'simulator --orders history.csv --market BR --at 2018-03-15T00:00:00Z'],
  start: ['start --once --json', 'start --shops shops.json --data state'],
  sweep: ['sweep', 'sweep --shop 7495510238846614801 --json'],
  webhooks: ['webhooks', 'webhooks --repair --stage production'],
};

/** Below the help of a program and of all its commands. `words`: by which the program is called behind `tidewatch`. */
export function withExamples(program: Command, words = ''): Command {
  const of = examples[words] ?? [];
  if (of.length > 0) program.addHelpText('after', helpText(of));
  for (const command of program.commands) withExamples(command, `${words} ${command.name()}`.trim());
  return program;
}

function helpText(of: readonly string[]): string {
  return ['', of.length === 1 ? 'Example:' : 'Examples:', ...of.map((words) => `  npx tidewatch ${words}`)].join('\n');
}
