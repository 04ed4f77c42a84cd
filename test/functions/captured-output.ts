import { type MockInstance, vi } from 'vitest';

export interface LogLine {
  readonly level?: string;
  readonly message?: string;
  readonly [field: string]: unknown;
}

/** What a function writes to its log, line by line. */
export class CapturedOutput {
  readonly #spies: readonly MockInstance[];
  #text = '';

  constructor() {
    const take = (chunk: string | Uint8Array): boolean => {
      this.#text += chunk.toString();
      return true;
    };
    this.#spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(take));
  }

  get text(): string {
    return this.#text;
  }

  /** Log lines; metrics are left out. */
  get lines(): readonly LogLine[] {
    return this.#json().filter(({ _aws }) => _aws === undefined);
  }

  get metrics(): readonly LogLine[] {
    return this.#json().filter(({ _aws }) => _aws !== undefined);
  }

  release(): void {
    for (const spy of this.#spies) spy.mockRestore();
  }

  #json(): readonly LogLine[] {
    const lines = this.#text.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as LogLine);
  }
}
