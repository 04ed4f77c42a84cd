/** How a group robot's Markdown is written. */
export interface Dialect {
  /** Makes text from outside mean nothing but itself. */
  readonly inert: (text: string) => string;
  readonly link: (label: string, href: string) => string;
  readonly newline: string;
  readonly bullet: string;
}

export interface Limits {
  /** Of the text as it stands in JSON. */
  readonly bytes: number;
  /** Each finding on one line, without what it rests on. */
  readonly brief: boolean;
}

/** One line of a message. */
export interface Line {
  readonly text: string;
  /** Findings or rows told on it. */
  readonly tells?: number;
  /** Means nothing without what follows. */
  readonly opens?: true;
}

/** Blocks with a blank line between them, each line with the break before it. */
export function spaced(blocks: readonly (readonly Line[])[], { newline }: Dialect): readonly Line[] {
  const lines = blocks.flatMap((block) =>
    block.map((line, place) => ({ ...line, text: (place === 0 ? newline + newline : newline) + line.text })),
  );
  return lines.map((line, place) => (place === 0 ? { ...line, text: line.text.slice(newline.length * 2) } : line));
}

/** As many whole lines as fit; a heading whose lines do not is left out with them. */
export function cut(lines: readonly Line[], bytes: number): readonly Line[] {
  const kept: Line[] = [];
  let left = bytes;
  for (const line of lines) {
    left -= sizeOf(line.text);
    if (left < 0) break;
    kept.push(line);
  }
  while (kept.length < lines.length && kept.at(-1)?.opens) kept.pop();
  return kept;
}

/** As it stands in JSON. */
export function sizeOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

export function linked(label: string, href: string | undefined, dialect: Dialect): string {
  return href === undefined ? label : dialect.link(label, href);
}
