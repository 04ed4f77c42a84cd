import CliTable from 'cli-table3';
import { Option, type Command } from 'commander';
import { systemClock } from '../../shared/adapters/clock.ts';
import { DynamoActs } from '../../shared/adapters/dynamo/acts.ts';
import { DynamoCases } from '../../shared/adapters/dynamo/cases.ts';
import { knownActs } from '../../shared/domain/known-acts.ts';
import { stateOf, withAnswers, type CaseState, type KnownCase } from '../../shared/domain/remedy-case.ts';
import { age, iso } from '../../shared/domain/time.ts';
import { en } from '../../shared/messages/en.ts';
import { sortableTime } from '../../shared/messages/moment.ts';
import { plain } from '../../shared/messages/plain.ts';
import { watchedShop, withShopOption } from './watched-shop.ts';
import { onStack } from './stack-option.ts';

interface RemediesOptions {
  readonly shop?: string;
  readonly state?: CaseState;
  readonly json: boolean;
}

/** In the order in which they are somebody's business. */
const states: readonly CaseState[] = ['overdue', 'failed', 'waiting', 'answered', 'verified', 'closed'];

/** `tidewatch remedies`: what was asked for to mend findings, and what has become of it. */
export function addRemedies(program: Command): void {
  withShopOption(onStack(program.command('remedies')))
    .description('What was asked for to mend findings, and what has become of it: the overdue first.')
    .addOption(new Option('--state <state>', 'in one state alone').choices(states))
    .option('--json', 'print one JSON document', false)
    .action((options: RemediesOptions) => remedies(options));
}

async function remedies({ shop: id, state, json }: RemediesOptions): Promise<void> {
  const { table, shop } = await watchedShop(id);
  const now = systemClock.world();
  const acts = knownActs(await new DynamoActs(table).list(shop.id));
  const cases = (await new DynamoCases(table).list(shop.id)).map((one) => {
    const known = withAnswers(one, acts);
    return { ...known, state: stateOf(known, now) };
  });
  const shown = cases
    .filter((one) => state === undefined || one.state === state)
    .toSorted((one, other) => states.indexOf(one.state) - states.indexOf(other.state) || one.askedAt - other.askedAt);
  if (json) console.log(JSON.stringify({ shop: shop.id, remedies: shown.map(documentOf) }));
  else console.log(shown.length === 0 ? 'Nothing has been asked for.' : tableOf(shown, shop.zone));
}

type Shown = KnownCase & { readonly state: CaseState };

function documentOf({ remedy, key, state, request, order, askedAt, answeredAt, ticket, by, end }: Shown) {
  return {
    remedy,
    key,
    state,
    request,
    ...(order !== undefined && { order }),
    askedAt: iso(askedAt),
    ...(answeredAt !== undefined && { answeredAt: iso(answeredAt) }),
    ...(ticket !== undefined && { ticket }),
    ...(by !== undefined && { by }),
    ...(end && { endedAt: iso(end.at) }),
  };
}

function tableOf(cases: readonly Shown[], zone: string): string {
  const head = ['State', 'Remedy', 'Order or key', `Asked (${zone})`, 'For', 'Ticket', 'By'];
  const table = new CliTable({ head, style: { head: [], border: [] } });
  for (const { state, remedy, key, order, askedAt, end, ticket = '', by = '' } of cases) {
    const about = order ?? key.slice(key.indexOf('/') + 1);
    const lasted = en.duration(age(askedAt, end?.at ?? systemClock.world()));
    table.push([
      state,
      remedy,
      plain(about, 40),
      sortableTime(askedAt, zone),
      lasted,
      plain(ticket, 40),
      plain(by, 40),
    ]);
  }
  return table.toString();
}
