import type { Correction, Corrections, LabelOrigin } from '../../shared/ports/corrections.ts';
import { Rejected } from '../../shared/ports/errors.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export interface FakeParcel {
  number: string;
  readonly shipping: 'seller' | 'tiktok';
  change: 'open' | 'window-over' | 'used-up';
}

/** TikTok's rules about numbers, without TikTok: one change for a parcel, only where the seller ships. */
export class FakeCorrections implements Corrections {
  readonly parcels = new Map<string, FakeParcel>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  labelOf(number: string): Promise<LabelOrigin> {
    return underPlan(this.#plan, 'corrections.labelOf', () => {
      const known = [...this.parcels.values()].find((parcel) => parcel.number === number);
      return known?.shipping === 'tiktok' ? 'platform' : 'other';
    });
  }

  change(parcel: string, number: string, _provider: string): Promise<Correction> {
    return underPlan(this.#plan, 'corrections.change', () => {
      const known = this.parcels.get(parcel);
      if (known?.shipping !== 'seller') throw new Rejected(`number change refused: parcel ${parcel}`);
      if (known.change !== 'open') return known.number === number ? 'already' : known.change;
      known.number = number;
      known.change = 'used-up';
      return 'changed';
    });
  }
}
