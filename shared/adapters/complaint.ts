import type * as z from 'zod';

/** What zod knows when it asks for an error's text. */
interface Asked {
  readonly input?: unknown;
}

/**
 * The error of one field of a configuration: what is wrong with it and an example. The value is repeated only where
 * `show` says that it is neither a secret nor an address.
 */
export function expects(problem: string, example: string, show?: 'show'): { error: (asked: Asked) => string } {
  return {
    error({ input }) {
      const wrong = input === undefined ? 'is missing' : `${show ? `${shown(input)} ` : ''}${problem}`;
      return `${wrong}; for example ${example}`;
    },
  };
}

/** Every problem on a line of its own: `shops[0].market: "UK" is not …; for example "GB"`. */
export function complaints(what: string, error: z.ZodError): Error {
  const lines = error.issues.map((issue) => `  ${pathOf(issue.path)}: ${messageOf(issue)}`);
  return new Error(`${what} cannot be used:\n${lines.join('\n')}`);
}

function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? `has no field ${issue.keys.join(', ')}; is it misspelt?` : issue.message;
}

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return text === '' ? 'the whole' : text.replace(/^\./, '');
}

function shown(input: unknown): string {
  return (JSON.stringify(input) ?? 'the value').slice(0, 40);
}
