import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Said } from './run-policy.ts';

const entry = fileURLToPath(new URL('../../infra/cli/classify.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidewatch-classify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...words], { maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe.concurrent('npm run classify', () => {
  it('shows milestone, matched phrase and language of a text', async () => {
    const { status, stdout } = await run('Parcel 4711 is out for delivery, Leeds');
    expect(status).toBe(0);
    expect(stdout).toMatch(/milestone\s+│ out-for-delivery/);
    expect(stdout).toMatch(/matched phrase\s+│ out for delivery/);
    expect(stdout).toMatch(/language\s+│ en/);
  });

  it('says so when it recognises nothing', async () => {
    expect(await run('xyz', '--json')).toMatchObject({
      status: 0,
      stdout: '{"text":"xyz","milestone":"unrecognised","phrase":null}\n',
    });
  });

  it('prints one document per line of a file, and skips empty lines', async () => {
    const texts = file('texts.txt', '\uFEFFDelivered\r\n\r\n包裹派送中\r\nxyz');
    const { status, stdout, stderr } = await run('--file', texts, '--json');
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([
      { text: 'Delivered', milestone: 'delivered', phrase: 'delivered' },
      { text: '包裹派送中', milestone: 'out-for-delivery', phrase: '派送中' },
      { text: 'xyz', milestone: 'unrecognised', phrase: null },
    ]);
    expect(stderr).toBe('3 texts, 1 unrecognised, 1 empty lines skipped.\n');
  });

  it('takes a file of many texts', async () => {
    const texts = file('many.txt', Array.from({ length: 50_000 }, (_, number) => `Delivered ${number}`).join('\n'));
    const { status, stdout } = await run('--file', texts, '--json');
    expect(status).toBe(0);
    expect(stdout.match(/"delivered","phrase"/g)).toHaveLength(50_000);
  });

  it.each<[string, () => readonly string[], string]>([
    ['nothing at all', () => [], 'give either a text (in quotes) or --file'],
    ['both', () => ['Delivered', '--file', 'x'], 'give either a text (in quotes) or --file'],
    ['a text without quotes', () => ['Out', 'for', 'delivery'], 'too many arguments'],
    ['an empty text', () => ['  '], 'the text is empty'],
    ['a file that is not there', () => ['--file', 'none.txt'], '--file none.txt is not there'],
    ['a folder', () => ['--file', folder], 'is a folder'],
    ['a file without a text', () => ['--file', file('empty.txt', '\n\n')], 'holds no text'],
    ['an unknown option', () => ['--language', 'en'], "unknown option '--language'"],
  ])('%s ends with status 2 and one line', async (_, words, part) => {
    const { status, stdout, stderr } = await run(...words());
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(stderr).toContain(part);
  });
});
