import type { Recheck, RecheckedCheck, RecheckedOther, RecheckedVerdict } from '../../../shared/domain/recheck.ts';
import { instant, iso } from '../../../shared/domain/time.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { headline, inSeverity, type Paint } from './paint.ts';
import { restWords, unknownWords } from './reason-words.ts';

/** What every check on orders says: what it found first, then what it cannot know, and what is fine last. */
export function checkLines({ checks, order }: Recheck, paint: Paint): readonly string[] {
  const rank = { finding: 0, unknown: 1, fine: 2, 'does-not-apply': 3 } as const;
  const rows = checks
    .map((row) => ({ row, text: `${said(row.verdict, order.status, paint)}.`, below: standing(row) }))
    .toSorted((one, other) => rank[one.row.verdict.is] - rank[other.row.verdict.is]);
  // Most have nothing to do with the order, and for few reasons.
  const groups = Map.groupBy(rows, ({ row, text, below }) => (below.length === 0 ? text : row.check));
  return [...groups.values()].flatMap((group) => [
    `  ${group.map(({ row }) => row.check).join(', ')} – ${group[0]?.text ?? ''}`,
    ...group.flatMap(({ below }) => below),
  ]);
}

function said(verdict: RecheckedVerdict, status: string, paint: Paint): string {
  switch (verdict.is) {
    case 'finding':
      return finding(verdict, paint);
    case 'fine':
      return `fine: ${fine(verdict, paint)}`;
    case 'does-not-apply':
      return `does not apply because ${aside(verdict, status)}`;
    case 'unknown':
      return `unknown: ${unknownWords(verdict.because)}`;
  }
}

type Of<Is extends RecheckedVerdict['is']> = Extract<RecheckedVerdict, { is: Is }>;

function finding({ stage, severity, since, deadline, rule, facts }: Of<'finding'>, paint: Paint): string {
  const by = rule ? `; by ${rule.pack}/${rule.clause}` : '';
  const line = deadline ? `; the line is at ${paint.line(deadline)}` : by;
  const known = Object.entries(facts).filter(([name]) => name !== 'pack' && name !== 'clause');
  const details = known.map(([name, fact]) => `${name} ${factTold(fact, paint)}`).join(', ');
  const what = `finding: ${inSeverity(severity)}, ${stage} (${headline('', stage)}), since ${paint.time(since)}`;
  return `${what}${line}${details === '' ? '' : `; ${details}`}`;
}

/** Instants stand among facts as milliseconds, and no other fact is as large. */
function factTold(fact: string | number, paint: Paint): string {
  if (typeof fact === 'string') return plain(fact, 80);
  return fact > 1e11 ? paint.time(iso(instant(fact))) : String(fact);
}

function fine({ because, deadline, endangeredFrom }: Of<'fine'>, paint: Paint): string {
  if (because !== null) return restWords[because];
  if (!deadline)
    return endangeredFrom === null ? 'nothing to say' : `nothing to say before ${paint.time(endangeredFrom)}`;
  const from = endangeredFrom === null || endangeredFrom === deadline.at ? undefined : paint.time(endangeredFrom);
  return `the line is at ${paint.line(deadline)}${from === undefined ? '' : `; endangered from ${from}`}`;
}

function aside({ because, during }: Of<'does-not-apply'>, status: string): string {
  return during === null ? restWords[because] : `it is about orders that are ${during.join(', ')}, not ${status}`;
}

const coming = {
  opened: 'opens a finding',
  reopened: 'opens the finding again',
  escalated: 'raises it',
  reminded: 'reminds of it',
  resolved: 'resolves it',
} as const;

/** What is stored of it, and what the next sweep makes of that. */
function standing({ verdict, open, next }: RecheckedCheck): readonly string[] {
  const stays = open !== null && verdict.is !== 'finding' && next === null;
  return [
    ...(stays ? [`      The finding ${open} stays open until more is known.`] : []),
    ...(next === null ? [] : [`      The next sweep ${coming[next]}${open === null ? '' : ` (${open})`}.`]),
  ];
}

const judged = {
  shop: 'the shop',
  credential: 'keys and channels',
  incident: 'what many orders have in common',
} as const;

/** Checks that judge other things than orders: those with something open each, the rest by what they judge. */
export function otherLines(others: readonly RecheckedOther[], paint: Paint): readonly string[] {
  const open = others.flatMap(({ check, open: findings }) =>
    findings.map(
      ({ subject, stage, since }) =>
        `  ${check} – open of ${plain(subject, 60)}: ${stage} (${headline(check, stage)}), since ${paint.time(since)}.`,
    ),
  );
  const calm = [...Map.groupBy(others, ({ on }) => on)].flatMap(([on, rows]) => {
    const ids = rows.filter((row) => row.open.length === 0).map(({ check }) => check);
    return ids.length === 0 ? [] : [`  ${ids.join(', ')} – does not apply: judges ${judged[on]}; nothing is open.`];
  });
  return [...open, ...calm];
}
