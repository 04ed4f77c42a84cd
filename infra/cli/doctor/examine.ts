import { Transient } from '../../../shared/ports/errors.ts';
import type { Diagnosis, Examination, Health } from './examination.ts';
import type { Patient } from './patient.ts';

export type Finding = Diagnosis & { readonly examination: string };

/** Every examination; one that fails is unknown and holds up no other. */
export async function examine(patient: Patient, examinations: readonly Examination[]): Promise<readonly Finding[]> {
  const all = await Promise.all(
    examinations.map(async ({ id, examine: look }) => {
      const found = await look(patient).catch((error: unknown) => [unexamined(error)]);
      return found.map((diagnosis) => ({ examination: id, ...diagnosis }));
    }),
  );
  return all.flat();
}

/** 0 all is well, or worth a look at most; 1 something is bad; 3 something could not be looked at, and nothing is bad. */
export function statusOf(findings: readonly { readonly health: Health }[]): 0 | 1 | 3 {
  if (findings.some(({ health }) => health === 'bad')) return 1;
  return findings.some(({ health }) => health === 'unknown') ? 3 : 0;
}

function unexamined(error: unknown): Diagnosis {
  const name = error instanceof Error ? error.name : 'unknown failure';
  if (/AccessDenied|NotAuthorized|UnrecognizedClient|ExpiredToken/.test(name))
    return {
      health: 'unknown',
      what: `AWS refuses to show it (${name}).`,
      toDo: 'Use credentials that may read the stack.',
    };
  const why = error instanceof Transient ? error.message : name;
  return {
    health: 'unknown',
    what: `It could not be looked at: ${why}.`,
    toDo: 'Try again; if it stays so, report it.',
  };
}
