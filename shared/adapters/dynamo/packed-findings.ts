import type { Finding, ResolvedBecause, TransitionKind } from '../../domain/finding.ts';
import type { Instant } from '../../domain/time.ts';
import type { Deadline, DeadlineSource, Facts } from '../../domain/verdict.ts';
import { letterOf, packRun, packText, packTime, refuse, unpackRun, unpackText, unpackTime, wordOf } from './pack.ts';
import { packWord, unpackWord } from './words.ts';

const states = { open: 'o', acknowledged: 'a', dismissed: 'd', resolved: 'r' } as const satisfies Record<
  Finding['state'],
  string
>;

const kinds = {
  opened: 'o',
  escalated: 'e',
  reminded: 'm',
  resolved: 'r',
  reopened: 'p',
} as const satisfies Record<TransitionKind, string>;

const reasons = {
  'condition-cleared': 'c',
  'order-closed': 'd',
  abandoned: 'a',
  'check-retired': 't',
} as const satisfies Record<ResolvedBecause, string>;

const sources = { platform: 'p', clause: 'c', credential: 'k', extension: 'x' } as const satisfies Record<
  DeadlineSource['kind'],
  string
>;

/**
 * Fields of a finding, in this order and with `|` between them: check, stage, life (state, last transition, quiet,
 * reason), course (episode, returns, calm since), since, opened at, last at, last run, deadline, its source in up to three fields, facts.
 */
export function packFindings(findings: readonly Finding[], base: Instant): string {
  return findings.map((finding) => packFinding(finding, base)).join(';');
}

export function unpackFindings(packed: string, base: Instant): readonly Finding[] {
  return packed.split(';').map((text) => unpackFinding(text.split('|'), base));
}

function packFinding(finding: Finding, base: Instant): string {
  const { check, stage, state, episode, since, openedAt, deadline, facts, last, quiet, resolvedBecause } = finding;
  if (!Number.isSafeInteger(episode)) throw new Error(`finding ${check}: the episode must be a whole number`);
  const reason = resolvedBecause === undefined ? '' : letterOf(reasons, resolvedBecause);
  const fields = [
    packWord(check),
    packWord(stage),
    `${letterOf(states, state)}${letterOf(kinds, last.kind)}${quiet ? 'q' : '-'}${reason}`,
    packCourse(finding, base),
    packTime(since, base),
    packTime(openedAt, base),
    packTime(last.at, base),
    packRun(last.run, base),
    ...packDeadline(deadline, base),
    ...packFacts(facts),
  ];
  return fields.join('|').replace(/\|+$/, '');
}

function unpackFinding(fields: readonly string[], base: Instant): Finding {
  const [check, stage, life = '', course = '', since = '', openedAt = '', lastAt = '', lastRun = ''] = fields;
  if (!/^[a-z]{2}[-q][a-z]?$/.test(life)) refuse('a life of unknown form');
  const reason = life.slice(3);
  const deadline = unpackDeadline(fields.slice(8, 12), base);
  const facts = unpackFacts(fields.slice(12));
  return {
    check: unpackWord(check),
    stage: unpackWord(stage),
    state: wordOf(states, life.charAt(0)),
    ...unpackCourse(course, base),
    since: unpackTime(since, base),
    openedAt: unpackTime(openedAt, base),
    last: {
      kind: wordOf(kinds, life.charAt(1)),
      at: unpackTime(lastAt, base),
      run: unpackRun(lastRun, base),
    },
    ...(deadline && { deadline }),
    ...(facts && { facts }),
    ...(life.charAt(2) === 'q' && { quiet: true }),
    ...(reason !== '' && { resolvedBecause: wordOf(reasons, reason) }),
  };
}

/**
 * The episode; of one that comes back soon how often, and since when it is calm; the gravest stage before; and when
 * people last dealt with it: `3~2~1a2b~c~1a2c`.
 */
function packCourse({ episode, returns, calmSince, peak, actedAt }: Finding, base: Instant): string {
  const calm = calmSince === undefined ? '' : packTime(calmSince, base);
  const gravest = peak === undefined ? '' : packWord(peak);
  const acted = actedAt === undefined ? '' : packTime(actedAt, base);
  return [episode.toString(36), returns?.toString(36) ?? '', calm, gravest, acted].join('~').replace(/~+$/, '');
}

type Course = Pick<Finding, 'episode' | 'returns' | 'calmSince' | 'peak' | 'actedAt'>;

function unpackCourse(packed: string, base: Instant): Course {
  const [episode = '', returns = '', calm = '', gravest = '', acted = ''] = packed.split('~');
  if (!/^-?[0-9a-z]+$/.test(episode) || !/^[0-9a-z]*$/.test(returns)) refuse('no episode');
  return {
    episode: Number.parseInt(episode, 36),
    ...(returns !== '' && { returns: Number.parseInt(returns, 36) }),
    ...(calm !== '' && { calmSince: unpackTime(calm, base) }),
    ...(gravest !== '' && { peak: unpackWord(gravest) }),
    ...(acted !== '' && { actedAt: unpackTime(acted, base) }),
  };
}

function packDeadline(deadline: Deadline | undefined, base: Instant): readonly string[] {
  if (!deadline) return ['', '', '', ''];
  const { at, source } = deadline;
  const line = [packTime(at, base), letterOf(sources, source.kind)];
  switch (source.kind) {
    case 'platform':
      return [...line, packWord(source.field), ''];
    case 'clause':
      return [...line, packWord(source.pack), packWord(source.clause)];
    case 'credential':
    case 'extension':
      return [...line, '', ''];
  }
}

function unpackDeadline([at = '', kind = '', first, second]: readonly string[], base: Instant): Deadline | undefined {
  if (at === '') return undefined;
  return { at: unpackTime(at, base), source: unpackSource(wordOf(sources, kind), first, second) };
}

function unpackSource(
  kind: DeadlineSource['kind'],
  first: string | undefined,
  second: string | undefined,
): DeadlineSource {
  switch (kind) {
    case 'platform':
      return { kind, field: unpackWord(first) };
    case 'clause':
      return { kind, pack: unpackWord(first), clause: unpackWord(second) };
    case 'credential':
    case 'extension':
      return { kind };
  }
}

/** `+` says that there are facts, be it none; then name and value in turn, numbers behind a `#`. */
function packFacts(facts: Facts | undefined): readonly string[] {
  if (!facts) return [];
  const pairs = Object.entries(facts).flatMap(([name, value]) => [
    packWord(name),
    typeof value === 'number' ? `#${Object.is(value, -0) ? '-0' : value}` : `'${packText(value)}`,
  ]);
  return ['+', ...pairs];
}

function unpackFacts([sign, ...pairs]: readonly string[]): Facts | undefined {
  if (sign === undefined) return undefined;
  if (sign !== '+' || pairs.length % 2 !== 0) refuse('facts of unknown form');
  const names = pairs.filter((_, place) => place % 2 === 0);
  return Object.fromEntries(names.map((name, place) => [unpackWord(name), unpackFact(pairs[place * 2 + 1] ?? '')]));
}

function unpackFact(packed: string): string | number {
  if (packed.startsWith('#')) return Number(packed.slice(1));
  return unpackText(packed.slice(1)) ?? refuse('a missing fact');
}
