import CliTable from 'cli-table3';

interface TableOptions {
  readonly compact?: boolean;
  /** Longest lines of each column; null: as long as they are. */
  readonly widths?: readonly (number | null)[];
}

/** A table that is coloured as all the rest is: on a terminal only, and never against NO_COLOR. */
export function terminalTable(head: string[], options: TableOptions = {}): InstanceType<typeof CliTable> {
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  const style = isColoured ? { head: ['bold'], border: ['grey'] } : { head: [], border: [] };
  const { compact = true, widths } = options;
  return new CliTable({
    head,
    wordWrap: true,
    ...(widths && { colWidths: [...widths] }),
    style: { ...style, compact },
  });
}
