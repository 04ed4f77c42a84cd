import { Command, Option } from 'commander';
import type { Market, SellerType } from '../../shared/domain/shop.ts';
import type { Instant } from '../../shared/domain/time.ts';
import {
  logisticsModes,
  usualStart,
  type Clock,
  type Logistics,
  type OrderType,
} from '../../shared/policies/policy.ts';
import type { Pack } from '../../shared/policies/policy.ts';
import { packs as allPacks, policy } from '../../shared/policies/registry.ts';
import { commandLine } from './command-line.ts';
import { parseTime } from './parse-time.ts';
import { formText } from './policy/form-text.ts';
import { parseDate, parseMarket, parsePacks, readStarts } from './policy/parse-asked.ts';
import { reckon, reckoningLine, reckoningText } from './policy/reckon.ts';
import { changesText, ruleChanges } from './policy/rule-changes.ts';
import { ruleTables } from './policy/rule-table.ts';
import { rulesInForce, usualPacks } from './policy/rules-in-force.ts';

interface RuleOptions {
  readonly market?: Market;
  readonly sellerType?: SellerType;
  readonly packs?: readonly Pack[];
  readonly on?: string;
  readonly diff?: readonly string[];
  readonly json: boolean;
}

interface DeadlineOptions {
  readonly market: Market;
  readonly clock: Clock;
  readonly start?: Instant;
  readonly file?: readonly Instant[];
  readonly sellerType: SellerType;
  readonly logistics?: Logistics;
  readonly orderType: OrderType;
  readonly deliveryOption?: string;
  readonly packs?: readonly Pack[];
  readonly json: boolean;
}

const sellerTypes: readonly SellerType[] = ['LOCAL', 'CROSS_BORDER'];
const orderTypes: readonly OrderType[] = ['normal', 'pre-order', 'made-to-order', 'back-order', 'lottery'];
/** Below every table. */
const tail =
  "TikTok's own deadline on the order always wins; else, for each clock, the first row that fits the order and was in force when its clock started.";
const packsHelp = "policy packs in order of preference (default: the market's own, then the article's)";

// What is typed wrong ends with status 2 and one line.
const command = new Command('npm run policy --')
  .description('The dated rules that Tidewatch knows, and the deadlines that follow from them.')
  .enablePositionalOptions()
  .option('--market <code>', 'one market, e.g. GB (default: all)', parseMarket)
  .addOption(new Option('--seller-type <type>', 'one type of seller (default: both)').choices(sellerTypes))
  .option('--packs <ids>', packsHelp, parsePacks)
  .option('--on <date>', 'rules in force on this day, by the clock of each market (default: today)', parseDate)
  .addOption(
    new Option('--diff <dates...>', 'what changed from one day to another, e.g. 2026-06-17 2026-06-18').argParser(
      (text, before?: readonly string[]) => [...(before ?? []), parseDate(text)],
    ),
  )
  .option('--json', 'print one JSON document', false)
  .action((options: RuleOptions) => console.log(rules(options)));

command
  .command('deadline')
  .description('The deadline of one clock, and how it is reckoned.')
  .requiredOption('--market <code>', 'e.g. US', parseMarket)
  .addOption(new Option('--clock <clock>').choices(Object.keys(usualStart)).makeOptionMandatory())
  .option('--start <time>', 'when the clock started, e.g. 2026-01-16T20:00:00Z', parseTime)
  .option('--file <file>', 'a file with one start per line; prints one line each', readStarts)
  .addOption(new Option('--seller-type <type>').choices(sellerTypes).default('LOCAL'))
  .addOption(new Option('--logistics <mode>', 'who carries it (default: any)').choices(logisticsModes))
  .addOption(new Option('--order-type <type>').choices(orderTypes).default('normal'))
  .option('--delivery-option <name>', "TikTok's name of it, e.g. Express Shipping")
  .option('--packs <ids>', packsHelp, parsePacks)
  .option('--json', 'print JSON, one document per start', false)
  .action((options: DeadlineOptions, deadline: Command) => {
    const { start, file } = options;
    if ((start === undefined) === (file === undefined)) deadline.error('error: give either --start or --file');
    console.log(deadlines(options));
  });

commandLine(command, 'policy').parse();

function rules({ market, sellerType, packs = usualPacks(allPacks, market), on, diff, json }: RuleOptions): string {
  const asked = { packs, ...(market !== undefined && { market }), ...(sellerType !== undefined && { sellerType }) };
  if (diff !== undefined) {
    const [from, to, ...more] = diff;
    if (from === undefined || to === undefined || more.length > 0 || on !== undefined)
      return command.error('error: --diff takes two days and no --on, e.g. --diff 2026-06-17 2026-06-18');
    const changes = ruleChanges(asked, from, to);
    return json ? JSON.stringify(changes) : changesText(changes);
  }
  const day = on ?? new Date().toISOString().slice(0, 10);
  const found = rulesInForce(asked, day);
  const names = packs.map(({ id }) => id);
  if (json) {
    const clauses = found.clauses.map((clause) => ({ ...clause, line: formText(clause.deadline) }));
    const { limits, marks } = found;
    return JSON.stringify({ on: day, market: market ?? null, packs: names, clauses, limits, marks });
  }
  const head = `Rules in force on ${day}${market === undefined ? '' : ` in ${market}`}, packs ${names.join(', ')}.`;
  return [head, ruleTables(found, day), tail].join('\n');
}

function deadlines(options: DeadlineOptions): string {
  const { market, clock, start, file, sellerType, logistics, orderType, deliveryOption, json } = options;
  const packs = (options.packs ?? usualPacks(allPacks, market)).map(({ id }) => id);
  const of = { market, sellerType, packs, orderType, deliveryOption, ...(logistics !== undefined && { logistics }) };
  if (start !== undefined) {
    const reckoning = reckon(policy, clock, of, start);
    return json ? JSON.stringify(reckoning) : reckoningText(reckoning);
  }
  const all = (file ?? []).map((each) => reckon(policy, clock, of, each));
  return all.map((each) => (json ? JSON.stringify(each) : reckoningLine(each))).join('\n');
}
