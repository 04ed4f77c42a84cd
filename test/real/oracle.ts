/**
 * What must be open at an instant, straight from the rows of an order history. Written against the rules alone: it
 * shares no code with the product, so that a mistake has to be made twice to go unseen.
 */
export interface Row {
  readonly id: string;
  readonly status: string;
  readonly purchased: number;
  readonly approved: number;
  readonly carrier: number;
  readonly customer: number;
  readonly estimated: number;
}

const hour = 3_600_000;
const never = Number.POSITIVE_INFINITY;

export function readRows(csv: string): readonly Row[] {
  const [, ...lines] = csv.trim().split('\n');
  return lines.map((line) => {
    const [id = '', status = '', ...times] = line.trim().split(',');
    const [purchased = never, approved = never, carrier = never, customer = never, estimated = never] = times.map(
      (text) => (text === '' ? never : Date.parse(`${text.replace(' ', 'T')}Z`)),
    );
    return { id, status, purchased, approved, carrier, customer, estimated };
  });
}

/** Stages that are listed and that nobody is told of. */
export const quietStages: ReadonlySet<string> = new Set(['first-feedback-overdue']);

/**
 * Stage by `check order`, the stages before a line included. `begun`: when the watch began; a supplement that is
 * asked for from then on is overdue 48 hours later.
 */
export function openAt(rows: readonly Row[], now: number, begun: number): ReadonlyMap<string, string> {
  const open = new Map<string, string>();
  for (const row of rows) {
    if (row.status === 'canceled' || row.status === 'unavailable') continue;
    if (row.purchased > now || row.purchased < now - 60 * 24 * hour || row.customer <= now) continue;
    const collected = row.carrier <= now;
    const approved = row.approved <= now;
    const set = (check: string, stages: readonly [number, string][]): void => {
      for (const [line, stage] of stages) if (now > line) open.set(`${check} ${row.id}`, stage);
    };
    if (!collected && !approved) {
      set('confirm-by', [
        [row.purchased + 12 * hour, 'confirm-due-soon'],
        [row.purchased + 24 * hour, 'confirm-overdue'],
      ]);
    }
    if (!collected && approved) {
      set('pickup-by', [
        [row.approved + 48 * hour, 'pickup-due-soon'],
        [row.approved + 72 * hour, 'pickup-overdue'],
      ]);
      set('first-feedback', [[row.approved + 24 * hour, 'first-feedback-overdue']]);
    }
    if (collected) {
      set('trace-silent', [
        [row.carrier + 48 * hour, 'trace-gap-48'],
        [row.carrier + 72 * hour, 'tracking-stale'],
      ]);
      const asked = Math.max(row.carrier + 72 * hour, begun);
      set('supplement-pending', [[asked + 48 * hour, 'tracking-supplement-pending']]);
    }
    set('deliver-by', [
      [row.estimated - 24 * hour, 'delivery-due-soon'],
      [row.estimated, 'delivery-overdue'],
      [row.estimated + 24 * hour, 'delivery-late-counted'],
    ]);
  }
  return open;
}
