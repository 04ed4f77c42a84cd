/** What a line of a terminal is written on: `process.stderr`, or its stand-in in a test. */
export interface WaitingLine {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Says on a terminal, from the second second on, what is waited for; the line is gone before the answer is printed. */
export async function whileWaiting<Answer>(
  what: string,
  work: Promise<Answer>,
  line: WaitingLine = process.stderr,
): Promise<Answer> {
  if (!line.isTTY) return work;
  let waited = 0;
  const timer = setInterval(() => {
    waited += 1;
    line.write(`\r· ${what} … ${waited} s`);
  }, 1_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (waited > 0) line.write('\r\u001B[K');
  }
}
