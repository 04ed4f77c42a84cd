import type { Instant } from '../../shared/domain/time.ts';

const width = 30;

/** One line that is drawn over itself on a terminal; nothing where the output goes to a file. */
export function drawProgress(
  { from, to, reached }: { readonly from: Instant; readonly to: Instant; readonly reached: Instant },
  startedAt: number,
): void {
  if (!process.stderr.isTTY) return;
  const share = Math.min(1, (reached - from) / (to - from));
  const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
  const left = share > 0 ? Math.ceil(((Date.now() - startedAt) / 1_000) * (1 / share - 1)) : undefined;
  const hint = share === 1 ? 'done' : left === undefined ? 'starting' : `about ${left} s left`;
  process.stderr.write(`\r${bar} ${Math.round(share * 100)} % · ${hint}      ${share === 1 ? '\n' : ''}`);
}
