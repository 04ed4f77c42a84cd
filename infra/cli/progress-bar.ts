import type { Instant } from '../../shared/domain/time.ts';

const width = 30;

interface Progress {
  readonly from: Instant;
  readonly to: Instant;
  readonly reached: Instant;
}

/** Draws one line over itself on a terminal; nothing where the output goes to a file. `now`: epoch milliseconds. */
export function progressBar(show = process.stderr): (progress: Progress, now?: number) => void {
  let began: { readonly share: number; readonly at: number } | undefined;
  return ({ from, to, reached }, now = Date.now()) => {
    if (!show.isTTY) return;
    const share = to > from ? Math.min(1, (reached - from) / (to - from)) : 1;
    began ??= { share, at: now };
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░');
    const end = share === 1 ? '\n' : '';
    show.write(`\r${bar} ${Math.round(share * 100)} % · ${hint(share, began, now)}      ${end}`);
  };
}

/** By what was done since the first look: it may have begun long before. */
function hint(share: number, began: { readonly share: number; readonly at: number }, now: number): string {
  if (share === 1) return 'done';
  const done = share - began.share;
  if (done <= 0) return 'under way';
  const left = Math.ceil(((now - began.at) / 1_000) * ((1 - share) / done));
  return left < 120 ? `about ${left} s left` : `about ${Math.ceil(left / 60)} min left`;
}
