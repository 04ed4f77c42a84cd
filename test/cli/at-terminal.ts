/** Loaded before the program: its outputs say that they are a terminal, with as many colours as that claims. */
const pretence = `
  import { WriteStream } from 'node:tty';
  const { getColorDepth, hasColors } = WriteStream.prototype;
  for (const stream of [process.stdout, process.stderr])
    Object.assign(stream, { isTTY: true, columns: 80, rows: 40, getColorDepth, hasColors });
`;

/** What a process has around it at a terminal with colours. */
export const atTerminal = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(pretence)}`,
  TERM: 'xterm-256color',
  COLORTERM: 'truecolor',
};
