import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { AwsError } from './aws-answer.ts';

const Stored = z.object({
  value: z.string(),
  type: z.string(),
  version: z.number(),
  /** Of the value that the caller last seeded. */
  seed: z.string().optional(),
});
type Stored = z.infer<typeof Stored>;

const Get = z.object({ Name: z.string(), WithDecryption: z.boolean().default(false) });
const GetSeveral = z.object({ Names: z.array(z.string()).max(10), WithDecryption: z.boolean().default(false) });
const Delete = z.object({ Name: z.string() });
const Put = z.object({
  Name: z.string(),
  Value: z.string().min(1),
  Type: z.enum(['String', 'StringList', 'SecureString']).optional(),
  Overwrite: z.boolean().default(false),
});

/** The longest value of a standard parameter (AWS Systems Manager quotas, 2026). */
const longestValue = 4096;

/** The stand-in for SSM Parameter Store; on disk in `file` (readable by its owner alone), or in memory. */
export class ParameterStore {
  readonly #file: string | undefined;
  readonly #parameters: Map<string, Stored>;

  constructor(file?: string) {
    this.#file = file;
    const known = file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    this.#parameters = new Map(Object.entries(z.record(z.string(), Stored).parse(known)));
  }

  /**
   * Gives a parameter its first value. What a function has stored since (a refreshed token) stays,
   * unless the seed itself is another one than last time.
   */
  seed(name: string, value: string, type = 'SecureString'): void {
    const seed = createHash('sha256').update(value).digest('hex');
    const known = this.#parameters.get(name);
    if (known?.seed === seed) return;
    this.#store(name, { value, type, version: (known?.version ?? 0) + 1, seed });
  }

  /** Answers one SSM operation; throws an AwsError as SSM does. */
  handle(operation: string, input: unknown): unknown {
    switch (operation) {
      case 'GetParameter': {
        const { Name, WithDecryption } = parse(Get, input);
        const found = this.#parameters.get(Name);
        if (found === undefined) throw new AwsError('ParameterNotFound', `Parameter ${Name} not found.`);
        return { Parameter: describe(Name, found, WithDecryption) };
      }
      case 'GetParameters':
        return this.#getSeveral(parse(GetSeveral, input));
      case 'PutParameter':
        return this.#put(parse(Put, input));
      case 'DeleteParameter':
        return this.#delete(parse(Delete, input));
      default:
        throw new AwsError('UnknownOperationException', `SSM ${operation} is not known on this machine`);
    }
  }

  #getSeveral({ Names, WithDecryption }: z.infer<typeof GetSeveral>): unknown {
    const found: unknown[] = [];
    const unknown: string[] = [];
    for (const name of Names) {
      const stored = this.#parameters.get(name);
      if (stored === undefined) unknown.push(name);
      else found.push(describe(name, stored, WithDecryption));
    }
    return { Parameters: found, InvalidParameters: unknown };
  }

  #put({ Name, Value, Type, Overwrite }: z.infer<typeof Put>): unknown {
    const known = this.#parameters.get(Name);
    if (known !== undefined && !Overwrite) {
      throw new AwsError('ParameterAlreadyExists', `Parameter ${Name} already exists; Overwrite was not given.`);
    }
    const type = Type ?? known?.type;
    if (type === undefined) throw new AwsError('ValidationException', 'A new parameter needs a Type.');
    if (Buffer.byteLength(Value) > longestValue) {
      throw new AwsError('ValidationException', `A standard parameter has at most ${longestValue} bytes.`);
    }
    const version = (known?.version ?? 0) + 1;
    this.#store(Name, { value: Value, type, version, ...(known?.seed !== undefined && { seed: known.seed }) });
    return { Version: version, Tier: 'Standard' };
  }

  #delete({ Name }: z.infer<typeof Delete>): unknown {
    if (!this.#parameters.delete(Name)) throw new AwsError('ParameterNotFound', `Parameter ${Name} not found.`);
    this.#write();
    return {};
  }

  #store(name: string, stored: Stored): void {
    this.#parameters.set(name, stored);
    this.#write();
  }

  // Written and renamed before the answer goes out: a caller may throw the old token away once it has the answer.
  #write(): void {
    if (this.#file === undefined) return;
    const next = `${this.#file}.next`;
    writeFileSync(next, JSON.stringify(Object.fromEntries(this.#parameters)), { mode: 0o600 });
    renameSync(next, this.#file);
  }
}

function describe(Name: string, { value, type, version }: Stored, decrypted: boolean): unknown {
  const hidden = type === 'SecureString' && !decrypted;
  // Without WithDecryption SSM answers the ciphertext: a caller that forgets it must fail here too.
  return { Name, Type: type, Version: version, Value: hidden ? `ciphertext-of-version-${version}` : value };
}

function parse<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new AwsError('ValidationException', paths.join('; '));
}
