import { describe, expect, it } from 'vitest';
import { filesLike } from './source-files.ts';
import { readmeTables, withTables } from './readme-tables.ts';

const readme = filesLike('README.md')[0]?.text ?? '';

describe('the README says what the code does', () => {
  it('in its tables; `npm run docs` writes them', () => expect(withTables(readme)).toBe(readme));

  it('and the tables are about something', () => {
    const { checks = '', stages = '', clauses = '', life = '' } = readmeTables();
    expect(checks).toContain('| `confirm-by` | order | `confirm-due-soon` (warning, last 12 h');
    expect(checks).toContain('`rts_sla_time` of the order<br>else clause `article/confirm-by`');
    expect(checks).toContain('`supplement-tracking` at `tracking-stale`');
    expect(stages.split('\n').length).toBeGreaterThan(15);
    expect(clauses).toContain('within 5 calendar days');
    expect(life).toContain('| none | – | **opened** |');
  });

  it('and a README without a place for a table is refused', () => {
    expect(() => withTables(readme.replace('<!-- life:end -->', ''))).toThrow(/life:begin/);
  });
});

describe('the README can be followed', () => {
  it('names the two commands that set it up', () => {
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
  });

  it('names only scripts that exist', () => {
    const [manifest] = filesLike('package.json');
    const scripts = [...readme.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name]) => name);
    expect(scripts.filter((name) => !manifest?.text.includes(`"${name}": "`))).toEqual([]);
  });
});
