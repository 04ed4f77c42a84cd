import { sourceText } from '../../../shared/channels/deadline-source.ts';
import type { Recheck } from '../../../shared/domain/recheck.ts';
import type { RuleName } from '../../../shared/domain/rule-behind.ts';
import type { DeadlineSource } from '../../../shared/domain/verdict.ts';
import { en } from '../../../shared/messages/en.ts';
import { ruleNamed } from '../../../shared/policies/registry.ts';

/** Every clause that a recheck names, once: what it says, who says so, and from when to when. */
export function ruleLines({ checks, clocks }: Recheck): readonly string[] {
  const named = [
    ...checks.flatMap(({ verdict }) => {
      if (verdict.is === 'finding')
        return [...clauseOf(verdict.deadline?.source), ...(verdict.rule ? [verdict.rule] : [])];
      return verdict.is === 'fine' ? clauseOf(verdict.deadline?.source) : [];
    }),
    ...clocks.flatMap(({ packs, article }) => [...clauseOf(packs?.source), ...clauseOf(article?.source)]),
  ];
  const rules = new Map(named.map((rule) => [`${rule.pack}/${rule.clause}`, rule]));
  return [...rules].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, rule]) => lineOf(name, rule));
}

function clauseOf(source: DeadlineSource | undefined): readonly RuleName[] {
  return source?.kind === 'clause' ? [{ pack: source.pack, clause: source.clause }] : [];
}

function lineOf(name: string, { pack, clause }: RuleName): string {
  const rule = ruleNamed(pack, clause)?.rule ?? 'no longer in its pack';
  return `  ${name} – ${rule} (${sourceText(en, { kind: 'clause', pack, clause })})`;
}
