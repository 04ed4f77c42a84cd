import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ours = /^\d{8}T\d{9}Z-\d{4,}-.*\.(eml|html|txt|json)$/;

/** A folder with a copy of everything that was sent, in the order of sending. */
export interface Outbox {
  /** Writes one entry: a file per ending (`eml`, `html`, `txt`, `json`). */
  write(title: string, files: Readonly<Record<string, string | Buffer>>): void;
}

/** `keep` leaves the entries of earlier runs; else those, and nothing but those, are removed. */
export function openOutbox(folder: string, keep: boolean): Outbox {
  mkdirSync(folder, { recursive: true });
  if (!keep) for (const file of readdirSync(folder).filter((name) => ours.test(name))) rmSync(join(folder, file));
  let entries = 0;
  return {
    write(title, files) {
      entries += 1;
      const at = new Date().toISOString().replace(/[-:.]/g, '');
      const name = [at, String(entries).padStart(4, '0'), slug(title)].join('-');
      for (const [ending, content] of Object.entries(files)) writeFileSync(join(folder, `${name}.${ending}`), content);
    },
  };
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['untitled'];
  return words.join('-').slice(0, 60);
}
