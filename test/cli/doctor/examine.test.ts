import { describe, expect, it } from 'vitest';
import { examine, statusOf } from '../../../infra/cli/doctor/examine.ts';
import type { Health } from '../../../infra/cli/doctor/examination.ts';
import { examinations } from '../../../infra/cli/doctor/registry.ts';
import { report } from '../../../infra/cli/doctor/report.ts';
import { Transient } from '../../../shared/ports/errors.ts';
import { filesLike, root } from '../../house/source-files.ts';
import { aPatient } from './a-patient.ts';

it('finds nothing wrong with a stack in which all is well', async () => {
  const findings = await examine(await aPatient(), examinations);
  expect(findings.filter(({ health }) => health !== 'ok')).toEqual([]);
  expect(report(findings)).toMatch(/All is well\.$/);
});

it('goes on where one thing cannot be looked at, and quotes no error of AWS: they name people and places', async () => {
  const denied = Object.assign(new Error('user li@shop.example may not'), { name: 'AccessDeniedException' });
  const broken = { quota: () => Promise.reject(denied), verified: () => Promise.resolve(new Set<string>()) };
  const findings = await examine(await aPatient({}, { mail: broken }), examinations);
  expect(findings.filter(({ health }) => health !== 'ok')).toEqual([
    {
      examination: 'mail',
      health: 'unknown',
      what: 'AWS refuses to show it (AccessDeniedException).',
      toDo: 'Use credentials that may read the stack.',
    },
  ]);
  expect(statusOf(findings)).toBe(3);
});

it('says what a passing failure says', async () => {
  const mail = {
    quota: () => Promise.reject(new Transient('SES: quota: TimeoutError')),
    verified: () => Promise.resolve(new Set<string>()),
  };
  const findings = await examine(await aPatient({}, { mail }), examinations);
  expect(findings.find(({ health }) => health === 'unknown')?.what).toBe(
    'It could not be looked at: SES: quota: TimeoutError.',
  );
});

describe('the status', () => {
  it.each<[readonly Health[], number]>([
    [['ok', 'ok'], 0],
    [['ok', 'warn'], 0],
    [['warn', 'unknown'], 3],
    [['unknown', 'bad'], 1],
  ])('of %j is %i', (healths, status) => expect(statusOf(healths.map((health) => ({ health })))).toBe(status));
});

describe('the table', () => {
  it('has one row for all that is well, and one for what is wrong in the same way', () => {
    const row = { examination: 'mail', what: 'Refused.', toDo: 'Mend it.' };
    const text = report([
      { ...row, health: 'ok', about: 'one' },
      { ...row, health: 'ok', about: 'two' },
      { ...row, health: 'bad', about: 'three' },
      { ...row, health: 'bad', about: 'four' },
    ]);
    expect(text.match(/│ mail/g)).toHaveLength(2);
    expect(text).toMatch(/ok .* 2 of 4 are well\./);
    expect(text).toMatch(/three[^]*four/);
    expect(text).toMatch(/2 things bad, 0 worth a look\.$/);
  });
});

describe('no examination is forgotten', () => {
  const files = filesLike('infra/cli/doctor/*.ts').filter(({ text }) => text.includes('= examination({'));

  it('in the registry', async () => {
    const modules = await Promise.all(files.map(({ path }) => import(`${root}${path}`) as Promise<object>));
    const written = modules.flatMap((module) => Object.values(module) as unknown[]).filter(isExamination);
    expect(new Set(written)).toEqual(new Set(examinations));
    expect(written).toHaveLength(files.length);
  });

  it('among the tests', () => {
    const tests = new Set(filesLike('test/cli/doctor/*.test.ts').map(({ path }) => path));
    const wanted = files.map(({ path }) => path.replace(/^infra/, 'test').replace(/ts$/, 'test.ts'));
    expect(wanted.filter((path) => !tests.has(path))).toEqual([]);
  });

  function isExamination(value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'examine' in value;
  }
});
