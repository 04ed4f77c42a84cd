import type * as z from 'zod';
import { type Environment, environments, type FunctionName } from '../environment.ts';

type Source = Readonly<Record<string, string | undefined>>;

/** Throws with the name of every variable that is missing or unusable and what to set; never with a value. */
export function readEnvironment<Name extends FunctionName>(
  name: Name,
  source: Source = process.env,
): Environment<Name> {
  const schema: z.ZodObject = environments[name];
  const read = schema.safeParse(source);
  if (read.success) return read.data as Environment<Name>;
  const faulty = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
  const faults = faulty.map((variable) => describe(variable, schema, source));
  throw new Error(`${name} cannot start. ${faults.join(' ')}`);
}

function describe(variable: string, schema: z.ZodObject, source: Source): string {
  const fault = source[variable] ? 'is not usable' : 'is not set';
  const meaning = (schema.shape[variable] as z.ZodType | undefined)?.description ?? 'a value';
  return `${variable} ${fault}: set it to ${meaning}.`;
}
