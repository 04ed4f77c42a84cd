import type { Ledger, LedgerMark } from '../../shared/ports/records.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

type List = 'told' | 'remedy';

export class FakeLedger implements Ledger {
  readonly #marks = new Map<string, LedgerMark>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  has(list: List, shop: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    return underPlan(
      this.#plan,
      'ledger.has',
      () => new Set(keys.filter((key) => this.#marks.has(`${list}#${shop}/${key}`))),
    );
  }

  find(list: List, shop: string, keys: readonly string[]): Promise<ReadonlyMap<string, LedgerMark>> {
    return underPlan(this.#plan, 'ledger.find', () => {
      const found = keys.flatMap((key) => this.#marks.get(`${list}#${shop}/${key}`) ?? []);
      return new Map(found.map((mark) => [mark.key, withoutLife(mark)]));
    });
  }

  mark(list: List, shop: string, marks: readonly LedgerMark[]): Promise<void> {
    return underPlan(this.#plan, 'ledger.mark', () => {
      for (const mark of marks) this.#marks.set(`${list}#${shop}/${mark.key}`, mark);
    });
  }

  /** Every mark of one list of one shop, in the order of its keys. */
  marks(list: List, shop: string): readonly LedgerMark[] {
    const prefix = `${list}#${shop}/`;
    return [...this.#marks]
      .filter(([key]) => key.startsWith(prefix))
      .map(([, mark]) => mark)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }
}

/** How long a mark is kept is the table's to know. */
function withoutLife(mark: LedgerMark): LedgerMark {
  const { life: _, ...rest } = mark;
  return rest;
}
