import { describe, expect, it } from 'vitest';
import { linesWith, sourceFiles, type SourceFile } from './source-files.ts';

const readsTime = /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.(now|timeOrigin)\b|\bhrtime\b|\bTemporal\.Now\b/;
const waits = /\b(setTimeout|setInterval|setImmediate)\s*\(/;
const readsEnvironment = /\bprocess\.(env|argv|cwd)\b/;

function outside(files: readonly SourceFile[], ...allowed: readonly string[]): readonly SourceFile[] {
  return files.filter(({ path }) => !allowed.some((place) => path.startsWith(place)));
}

describe('time is asked for in one place', () => {
  it('only the clock of the adapters reads it', () => {
    const files = outside(sourceFiles('shared', 'functions'), 'shared/adapters/clock.ts');
    expect(linesWith(files, readsTime)).toEqual([]);
  });

  it('the clock itself does, so the rule knows what it looks for', () => {
    const clock = sourceFiles('shared/adapters').filter(({ path }) => path === 'shared/adapters/clock.ts');
    expect(linesWith(clock, readsTime)).toHaveLength(1);
  });

  it('nothing pure waits or sets a timer', () => {
    expect(
      linesWith(outside(sourceFiles('shared', 'functions'), 'shared/adapters/', 'functions/runtime/'), waits),
    ).toEqual([]);
  });
});

describe('settings come from outside in one place', () => {
  it('only the runtime of the functions and the infrastructure read the environment', () => {
    const files = outside(sourceFiles('shared', 'functions'), 'functions/runtime/');
    expect(linesWith(files, readsEnvironment)).toEqual([]);
  });
});
