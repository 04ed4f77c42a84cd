import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseMail } from '../../infra/local/mail-message.ts';

export interface WrittenText {
  /** Relative to the folder. */
  readonly file: string;
  readonly text: string;
}

/** Everything that lies in a folder, as it would be read: mails and their attachments decoded, tables row by row. */
export function writtenTexts(folder: string, except: readonly string[]): readonly WrittenText[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !except.includes(relative(folder, path)))
    .map((path) => ({ file: relative(folder, path), text: textOf(path) }));
}

function textOf(path: string): string {
  const raw = readFileSync(path);
  if (path.endsWith('.eml')) return mailText(raw);
  // Rows may be spread over pages of the file, so they are read as rows too.
  if (path.endsWith('.sqlite')) return `${raw.toString('utf8')}\n${tableText(path)}`;
  return raw.toString('utf8');
}

function mailText(raw: Buffer): string {
  const { subject, text, html, attachments } = parseMail(raw);
  const files = attachments.map(({ filename, content }) => `${filename}\n${content.toString('utf8')}`);
  return [raw.toString('utf8'), subject, text, html, ...files].join('\n');
}

function tableText(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all());
  database.close();
  return rows.map((row) => Object.values(row).map(cellText).join('\t')).join('\n');
}

function cellText(cell: unknown): string {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString('utf8') : String(cell);
}
