/** Loaded before the program: its standard output says that it is a terminal, with as many colours as it claims. */
const pretence = `
  import { WriteStream } from 'node:tty';
  const { getColorDepth, hasColors } = WriteStream.prototype;
  Object.assign(process.stdout, { isTTY: true, columns: 80, rows: 40, getColorDepth, hasColors });
`;

/** What a process has around it at a terminal with colours. */
export const atTerminal = {
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(pretence)}`,
  TERM: 'xterm-256color',
  COLORTERM: 'truecolor',
};
