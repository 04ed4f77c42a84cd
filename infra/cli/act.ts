import { InvalidArgumentError, Option, type Command } from 'commander';
import { noActs, refKey, refOf } from '../../shared/domain/known-acts.ts';
import { longestSnoozeDays } from '../../shared/domain/act.ts';
import { after, type Duration, type Instant } from '../../shared/domain/time.ts';
import { acknowledgementOf, scopeKinds, snoozeOf, type ScopeKind } from '../../shared/jobs/act-by-command.ts';
import type { LiveFinding } from '../local/watching/live-findings.ts';
import { nameOf } from './acts/by-name.ts';
import { look, type Looked } from './acts/look.ts';
import { actsDocument, actsText, type Acted } from './acts/report.ts';
import { parseActor } from './acts/parse-actor.ts';
import { parseOrder } from './parse-order.ts';
import { parseSpan } from './parse-span.ts';
import { parseTime } from './parse-time.ts';
import { onStack } from './stack-option.ts';

interface ActOptions {
  readonly shop?: string;
  readonly by?: string;
  readonly json: boolean;
}

interface SnoozeOptions extends ActOptions {
  readonly until?: Instant;
  readonly for?: Duration;
  readonly scope: ScopeKind;
}

const nameHelp = 'its name, as tidewatch findings prints it, or how that begins';

/** `tidewatch ack` and `tidewatch snooze`: what people do from messages, at the command line. */
export function addActs(program: Command): void {
  withActOptions(onStack(program.command('ack')))
    .description('Says that somebody sees to findings: nobody is told of them until they get worse or are over.')
    .argument('[finding...]', nameHelp)
    .option('--order <id>', 'all that are open of one order', parseOrder)
    .action((names: readonly string[], options: ActOptions & { readonly order?: string }) => ack(names, options));
  withActOptions(onStack(program.command('snooze')))
    .description(
      `Keeps silent what a finding is about, for ${longestSnoozeDays} days at most; what is still open then is told.`,
    )
    .argument('<finding>', nameHelp)
    .addOption(
      new Option('--until <time>', 'until then, e.g. 2026-12-01T09:00:00Z').argParser(parseTime).conflicts('for'),
    )
    .option('--for <span>', 'for so long, e.g. 4h or 3d', parseSpan)
    .addOption(
      new Option('--scope <scope>', "its subject (e.g. the order) alone, its carrier, the carrier's lane, or the shop")
        .choices(scopeKinds)
        .default('subject'),
    )
    .action((name: string, options: SnoozeOptions) => snooze(name, options));
}

function withActOptions(command: Command): Command {
  return command
    .option('--shop <id>', 'of one shop alone')
    .option('--by <name>', 'who says so', parseActor)
    .option('--json', 'print what is on record now as one JSON document', false);
}

async function ack(names: readonly string[], { order, ...options }: ActOptions & { readonly order?: string }) {
  if ((names.length === 0) === (order === undefined))
    throw new InvalidArgumentError('give either findings, as tidewatch findings names them, or --order');
  const looked = await look(options.shop);
  // Nothing is written where one of them is mistyped.
  const found =
    order === undefined
      ? once(await Promise.all(names.map((name) => looked.byName(name))))
      : await looked.byOrder(order);
  const acted: Acted[] = [];
  for (const of of found) acted.push(await acknowledge(of, looked, options));
  show(acted, looked, options);
}

async function acknowledge(of: LiveFinding, { acts, known, now }: Looked, { by }: ActOptions): Promise<Acted> {
  const done = known.get(of.shop.id) ?? noActs;
  const earlier = done.taken.get(refKey(refOf(of.subject, of.finding)));
  if (earlier && of.finding.state === 'acknowledged') return { of, act: earlier, isNew: false };
  const act = acknowledgementOf(of, done, { now, ...(by !== undefined && { by }) });
  const before = await acts.record(of.shop.id, act);
  return before?.kind === 'acknowledge' ? { of, act: before, isNew: false } : { of, act, isNew: true };
}

async function snooze(name: string, options: SnoozeOptions): Promise<void> {
  const { until, for: span, scope, by } = options;
  if (until === undefined && span === undefined)
    throw new InvalidArgumentError('say how long: --until 2026-12-01T09:00:00Z or --for 3d');
  const looked = await look(options.shop);
  const { acts, known, now } = looked;
  const of = await looked.byName(name);
  const asked = { until: until ?? after(now, span ?? (0 as Duration)), scope };
  const act = snoozeOf(of, asked, known.get(of.shop.id) ?? noActs, { now, ...(by !== undefined && { by }) });
  if (typeof act === 'string') throw new InvalidArgumentError(troubles[act]);
  const before = await acts.record(of.shop.id, act);
  const acted: Acted = before?.kind === 'snooze' ? { of, act: before, isNew: false } : { of, act, isNew: true };
  show([acted], looked, options);
}

const troubles = {
  'until-past': 'that moment has passed: give a later one',
  'snooze-too-long': `a snooze lasts ${longestSnoozeDays} days at most: give an earlier end`,
  'scope-unknown': 'no carrier is known of what this finding is about: give --scope subject or --scope shop',
} as const;

function show(acted: readonly Acted[], { now }: Looked, { json }: ActOptions): void {
  console.log(json ? JSON.stringify(actsDocument(acted)) : actsText(acted, now));
}

/** Two names, a whole one and how it begins, may mean the same. */
function once(found: readonly LiveFinding[]): readonly LiveFinding[] {
  return [...new Map(found.map((one) => [`${one.shop.id} ${nameOf(one)}`, one])).values()];
}
