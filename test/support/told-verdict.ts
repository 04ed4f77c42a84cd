import type { Verdict } from '../../shared/domain/verdict.ts';

/** The stage and where its deadline comes from: `confirm-due-soon by article/confirm-by`. */
export function toldVerdict(verdict: Verdict): string {
  if (verdict.is !== 'firing') return verdict.is === 'unknown' ? `unknown: ${verdict.because}` : 'ok';
  const source = verdict.deadline?.source;
  const by =
    source?.kind === 'clause' ? `${source.pack}/${source.clause}` : source?.kind === 'platform' ? source.field : '';
  return `${verdict.stage} by ${by}`;
}
