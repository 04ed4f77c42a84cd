import type { Patient } from './patient.ts';

/** `unknown`: it could not be looked at. */
export type Health = 'ok' | 'warn' | 'bad' | 'unknown';

export interface Diagnosis {
  /** A shop, a queue, a key; left out where there is one thing only. */
  readonly about?: string;
  readonly health: Health;
  /** One sentence. */
  readonly what: string;
  /** One sentence; left out where nothing is to be done. */
  readonly toDo?: string;
}

/** One thing that may be wrong. */
export interface Examination {
  readonly id: string;
  readonly examine: (patient: Patient) => Promise<readonly Diagnosis[]>;
}

interface Parts<Seen> {
  readonly id: string;
  /** Reads what it takes. */
  readonly look: (patient: Patient) => Promise<Seen>;
  /** Decides by what was read alone. */
  readonly judge: (seen: Seen, patient: Pick<Patient, 'now'>) => readonly Diagnosis[];
}

export function examination<Seen>({ id, look, judge }: Parts<Seen>): Examination {
  return {
    id,
    async examine(patient) {
      return judge(await look(patient), patient);
    },
  };
}
