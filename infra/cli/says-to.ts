import type { Writable } from 'node:stream';

/** Where a command says how far it is: with `--json` beside the document, not in it. */
export function saysTo(json: boolean): { readonly stream: Writable; readonly say: (text: string) => void } {
  const stream = json ? process.stderr : process.stdout;
  return { stream, say: (text) => void stream.write(`${text}\n`) };
}
