/** RFC 4180 read strictly, so that what we write is judged by other rules than our own. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\uFEFF')) throw new Error('no byte order mark');
  const rows: string[][] = [[]];
  let at = 1;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : bare(text, at);
    rows.at(-1)?.push(value);
    if (text.startsWith('\r\n', end)) rows.push([]);
    else if (text[end] !== ',') throw new Error(`neither comma nor line end at ${end}`);
    at = end + (text[end] === ',' ? 1 : 2);
  }
  if (rows.at(-1)?.length !== 0) throw new Error('no line end at the end');
  return rows.slice(0, -1);
}

function quoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new Error('quote left open');
}

function bare(text: string, start: number): { value: string; end: number } {
  const end = text.slice(start).search(/[,\r]/) + start;
  const value = text.slice(start, end);
  if (value.includes('"')) throw new Error('quote inside a bare cell');
  return { value, end };
}
