import { afterAll, describe, expect, it } from 'vitest';
import { workFolder } from '../end-to-end/runner.ts';
import { runTidewatch } from './run-tidewatch.ts';

const folder = workFolder();
afterAll(() => folder.remove());

describe.concurrent('what is typed wrong touches nothing: status 2 and one line', () => {
  it.each<[readonly string[], string]>([
    [['destroy', '--yes-delete-data', 'tidewatch'], 'is not the name of this stack: it is Tidewatch\n'],
    [['destroy', '--stage', 'test', '--yes-delete-data', 'Tidewatch'], 'it is Tidewatch-test\n'],
    [['destroy', '--stage', 'Te-st'], 'small letters and digits'],
    [['deploy', '--stage', ''], 'small letters and digits'],
    [['deploy', '--mail-from', 'tidewatch'], 'Give an e-mail address'],
    [['deploy', '--recipients', 'a@b.example,li'], 'Give an e-mail address'],
    [['deploy', '--parameter', 'https://x'], 'Give a name and a value'],
    [['deploy', '--orders', '-5'], 'Give a whole number'],
  ])('%j', async (words, part) => {
    const { status, stdout, stderr } = await runTidewatch(folder.path, ...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(stderr).toContain(part);
  });
});

it('where nobody can type, nothing is deleted', async () => {
  const { status, stderr } = await runTidewatch(folder.path, 'destroy', '--delete-data');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'tidewatch: nothing was deleted: type Tidewatch when asked, or give --yes-delete-data Tidewatch\n',
  });
});
