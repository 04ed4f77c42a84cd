import type { Instant } from '../domain/time.ts';
import type { DeadlineSource, Severity, SubjectKind } from '../domain/verdict.ts';
import { enConnect } from './en-connect.ts';
import { enDoor } from './en-door.ts';
import { enReport } from './en-report.ts';
import { enStages } from './en-stages.ts';
import { enChase } from './en-chase.ts';
import { enCorrection } from './en-correction.ts';
import { enAppeal } from './en-appeal.ts';
import { enEvidence } from './en-evidence.ts';
import { enRenewal } from './en-renewal.ts';
import { enSupplement } from './en-supplement.ts';
import { enUnwatched } from './en-unwatched.ts';
import { counted, plural, some } from './en-words.ts';
import { isSameDay, marketTime, wallTime } from './moment.ts';
import type { Viewpoint, WallTime } from './moment.ts';
import type { Messages, RuleTold } from './messages.ts';
import { spanOf } from './span.ts';

const subjects: Record<SubjectKind, string> = {
  order: 'order',
  credential: 'credential',
  shop: 'shop',
  incident: 'incident',
};
const severityWords: readonly (readonly [Severity, string])[] = [
  ['critical', 'critical'],
  ['breach', 'breached'],
  ['warning', 'due soon'],
];

function severitiesOf(live: Readonly<Record<Severity, number>>): string {
  return some(severityWords.map(([severity, word]) => [live[severity], word] as const));
}

function city(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function dated(time: WallTime, year: boolean): string {
  return `${time.weekday} ${time.day} ${time.month}${year ? ` ${time.year}` : ''}, ${time.hour}:${time.minute}`;
}

function moment(at: Instant, from: Viewpoint): string {
  const here = wallTime(at, from.zone, 'en');
  const there = marketTime(at, from, 'en');
  const text = `${dated(here, here.year !== wallTime(from.now, from.zone, 'en').year)} ${from.zone === 'UTC' ? 'UTC' : `${city(from.zone)} time`}`;
  if (!there) return text;
  const theirs = isSameDay(here, there) ? `${there.hour}:${there.minute}` : dated(there, false);
  return `${text} (${theirs} in ${city(there.zone)})`;
}

const trust = {
  tiktok: "TikTok's rule, our calculation",
  press: "as the press has it; not TikTok's word",
  unverified: "not TikTok's word",
} as const satisfies Record<RuleTold['trust'], string>;

function validity({ from, to }: RuleTold): string {
  if (from === undefined && to === undefined) return 'undated';
  return `in force ${[from && `from ${day(from)}`, to && `before ${day(to)}`].filter(Boolean).join(', ')}`;
}

function day(date: string): string {
  return date.replace('T', ' ');
}

function source(of: DeadlineSource, rule?: RuleTold): string {
  switch (of.kind) {
    case 'platform':
      return `TikTok's own deadline (${of.field})`;
    case 'clause':
      return [
        `rule pack “${of.pack}”, clause ${of.clause}`,
        ...(rule ? [rule.source, validity(rule)] : []),
        trust[rule?.trust ?? 'unverified'],
      ].join('; ');
    case 'credential':
      return "the credential's own expiry";
    case 'extension':
      return 'agreed with the buyer, as your people wrote it down';
  }
}

export const en = {
  colon: ': ',
  gap: ' ',
  stages: enStages,
  retiredStage: (check, stage) => ({
    headline: `${check}: ${stage}`,
    timing: (told) => `${told.late} late`,
    what: () => 'This check is no longer part of Tidewatch.',
    next: 'Nothing more is judged by it.',
    act: () => 'Look at the order in Seller Center.',
  }),
  severity: { warning: 'Due soon', breach: 'Breached', critical: 'Critical' },
  comesAndGoes: {
    word: 'comes and goes',
    note: 'It has come back several times, each time within a day; you hear of it again when it gets worse or has stayed away for a day.',
  },
  transition: { opened: 'new', escalated: 'worse', reminded: 'still open', resolved: 'solved', reopened: 'again' },
  resolvedBecause: {
    'condition-cleared': 'the condition is over',
    'order-closed': 'the order is delivered, completed or cancelled',
    abandoned: 'older than the watch reaches; no longer judged',
    'check-retired': 'it is no longer watched',
  },
  remedy: {
    'supplement-tracking': 'tracking supplement request, written out for your operations address',
    'chase-carrier': 'the carrier is asked where it is, by mail or through your operations address',
    'renew-credential': 'steps to renew it, sent to your operations address',
    'correct-number': 'what to correct, sent to your operations address',
    'appeal-pack': 'what an appeal needs, sent to your operations address',
  },
  otherRemedy: 'a remedy has been asked for',
  credential: {
    'access-token': 'TikTok Shop access token',
    authorization: 'TikTok Shop authorization',
    'second-source-key': 'The key of the second source of traces',
  },
  subjects: (kind, count) => counted(count, subjects[kind]),
  duration: (length) => {
    const { days, hours, minutes } = spanOf(length);
    if (days > 0) return [counted(days, 'day'), ...(hours > 0 ? [counted(hours, 'hour')] : [])].join(' ');
    if (hours > 0) return [counted(hours, 'hour'), ...(minutes > 0 ? [counted(minutes, 'minute')] : [])].join(' ');
    return minutes > 0 ? counted(minutes, 'minute') : 'less than a minute';
  },
  moment,
  shortMoment: (at, from) => {
    const time = wallTime(at, from.zone, 'en');
    return isSameDay(time, wallTime(from.now, from.zone, 'en')) ? `${time.hour}:${time.minute}` : dated(time, false);
  },
  source,
  notice: {
    kind: { 'first-look': 'First look', sweep: 'What changed', backfill: 'Backfill report' },
    title: (live) => severitiesOf(live),
    flood: (n) => `${counted(n, 'change')} at once`,
    allSolved: (n) => `${n} solved, nothing new`,
    quiet: 'All quiet, nothing found',
    openNow: (live) => `Open in this shop in all: ${severitiesOf(live)}.`,
    nextShort: (at) => `next deadline ${at}`,
    actNow: 'act now',
    nextLine: 'Next deadline',
    remaining: (left) => `${left} left`,
    allCrossed: 'All lines listed here have been crossed.',
    doFirst: 'Do this first',
    why: 'Why you get this',
    because: (kind, counts, { since, unattended }) => {
      if (kind === 'first-look')
        return 'The watch over this shop has begun. This is everything found, told once; from now on you hear of changes.';
      if (kind === 'backfill') return 'You asked for older orders to be read. This is what was found in them.';
      const changes = some([
        [counts.opened, 'new'],
        [counts.escalated, 'worse'],
        [counts.reopened, 'back again'],
        [counts.reminded, 'still open'],
        [counts.resolved, 'solved'],
      ]);
      const from = since === undefined ? 'Since the last check' : `While nothing was sent to you, since ${since}`;
      const who = unattended === undefined ? '' : ` You hear of what nobody has dealt with for ${unattended}.`;
      return `${from}: ${changes || 'no change'}.${who}`;
    },
    ifNobodyActs: 'If nobody acts',
    whatToDo: 'What to do',
    solved: 'Solved',
    order: 'Order',
    parcel: 'Parcel',
    carrier: 'Carrier',
    deadline: 'Deadline',
    ahead: (left) => `in ${left}`,
    ago: (late) => `${late} ago`,
    lastCall: 'Last useful moment by your own hours',
    rule: 'Rule',
    since: 'Since',
    lastScan: 'Last scan',
    underWay: 'Under way',
    foldedOrders: 'Orders',
    folded: (count, named) =>
      `${named.join(', ')}${count > named.length ? ` and ${count - named.length} more, in the attached table` : ''}`,
    openOrder: 'Open in Seller Center',
    acknowledge: 'Acknowledge',
    handle: 'Snooze or answer',
    worth: (sum, atLeast) => `${atLeast ? 'At least ' : ''}${sum} of orders at stake`,
    risk: {
      label: 'At risk',
      of: (sum) => `${sum} at risk`,
      all: (risk, worth, atLeast) =>
        `${atLeast ? 'At least ' : ''}${risk} at risk${worth === undefined ? '' : `, in orders worth ${worth}`}`,
      fine: (sum) => `${sum} for each order, the fine`,
      whole: 'the whole order value, if the order is cancelled or refunded',
      share: (share) =>
        `${share} of the order value, as so many such orders were judged an exception and may be refunded`,
      by: (pack, clause) => ` (rule pack “${pack}”, clause ${clause})`,
      note: "Money at risk is reckoned from the penalties that the rules name; it is not TikTok's word.",
    },
    moreOfKind: (n, attached) =>
      `${counted(n, 'more line')} of this kind${attached ? ' in the attached table' : '; see Seller Center'}.`,
    andMore: (n) => `And ${n} more; see Seller Center.`,
    notListed: (n) => `${counted(n, 'more finding')} did not fit into this message; see Seller Center.`,
    quarantined: (n) =>
      `${counted(n, 'order')} could not be read and ${plural(n, 'keeps its', 'keep their')} last known findings.`,
    snoozed: (n) => `${counted(n, 'more finding')} ${n === 1 ? 'is' : 'are'} open and snoozed.`,
    inhibited: (n, causes) =>
      `${counted(n, 'finding')} ${plural(n, 'stays', 'stay')} silent while the cause is open${causes.length > 0 ? `: ${causes.join('; ')}` : ''}.`,
    attached: (n) => `${plural(n, 'The line is', `All ${n} lines are`)} in the attached table (CSV).`,
    clauseNote: "Deadlines from a rule pack are rules you chose to watch; they are not TikTok's word.",
    footer: 'Sent by Tidewatch, which watches the clocks of your TikTok Shop orders.',
  },
  table: {
    order: 'Order',
    parcel: 'Parcel',
    carrier: 'Carrier',
    number: 'Tracking number',
    finding: 'Finding',
    severity: 'Severity',
    change: 'Change',
    timing: 'How late',
    since: (zone) => `Since (${zone})`,
    deadline: (zone) => `Deadline (${zone})`,
    lastCall: (zone) => `Last useful moment (${zone})`,
    source: 'Source of the deadline',
    lastScanAt: (zone) => `Last scan at (${zone})`,
    lastScan: 'Last scan',
    silence: 'Silent for',
    next: 'If nobody acts',
    amount: 'Amount',
    currency: 'Currency',
    risk: 'At risk',
    riskCurrency: 'Currency at risk',
    assumption: 'Assumed',
    remedy: 'Under way',
    link: 'Seller Center',
  },
  unwatched: enUnwatched,
  supplement: enSupplement,
  chase: enChase,
  renewal: enRenewal,
  correction: enCorrection,
  evidence: enEvidence,
  appeal: enAppeal,
  report: enReport,
  door: enDoor,
  connect: enConnect,
} satisfies Messages;
