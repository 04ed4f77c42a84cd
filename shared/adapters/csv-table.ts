/** A line of a file that people wrote, or what is wrong with its form. */
export type CsvRow =
  | { readonly line: number; readonly cells: ReadonlyMap<string, string> }
  | { readonly line: number; readonly problem: string };

/** What one line could not be taken for: `line 7, order: …`. Never a reason to leave out another line. */
export interface Refused {
  readonly line: number;
  /** The column at fault; left out: the line as a whole. */
  readonly field?: string;
  readonly problem: string;
}

/** Spreadsheets write what their country uses. */
const separators = [',', ';', '\t'] as const;
type Separator = (typeof separators)[number];

/** Throws when the bytes are no UTF-8: guessed letters would be worse than none. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // The decoder says only that it failed; what a person can do about it is all there is to know.
    throw new Error('is not UTF-8: save it as "CSV UTF-8"');
  }
}

/**
 * Reads a table with a header line. Column names are taken without regard to case, further columns are kept, cells are
 * trimmed, empty lines left out. A quoted cell ends on its own line, so that a forgotten quote spoils that line alone.
 * Throws when a column is missing.
 */
export function readCsvTable(text: string, needed: readonly string[]): readonly CsvRow[] {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = separatorOf(first);
  const columns = (split(first, separator) ?? []).map((name) => name.toLowerCase());
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new Error(`line 1: the header has no column ${missing.join(', ')}; it must name ${needed.join(',')}`);
  }
  return lines.flatMap((line, place) => {
    const cells = split(line, separator);
    if (cells?.every((cell) => cell === '')) return [];
    return [rowOf(cells, columns, place + 2)];
  });
}

function rowOf(cells: readonly string[] | undefined, columns: readonly string[], line: number): CsvRow {
  if (!cells) return { line, problem: 'a quote is not closed, or text stands behind one: quote the whole cell' };
  const extra = cells.slice(columns.length).filter((cell) => cell !== '');
  if (extra.length > 0) return { line, problem: `has ${cells.length} cells, the header names ${columns.length}` };
  return { line, cells: new Map(columns.map((name, place) => [name, cells[place] ?? ''])) };
}

function separatorOf(header: string): Separator {
  const counted = separators.map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).separator;
}

const cellPatterns: Readonly<Record<Separator, RegExp>> = {
  ',': /\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^",]*)(?=,|$)/y,
  ';': /\s*"((?:[^"]|"")*)"\s*(?=;|$)|([^";]*)(?=;|$)/y,
  '\t': / *"((?:[^"]|"")*)" *(?=\t|$)|([^"\t]*)(?=\t|$)/y,
};

/** Undefined when the line is not well quoted (RFC 4180). */
function split(line: string, separator: Separator): readonly string[] | undefined {
  const pattern = cellPatterns[separator];
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (!found) return undefined;
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    at += found[0].length;
    if (at >= line.length) return cells;
    at += 1;
  }
}
