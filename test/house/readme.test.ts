import { describe, expect, it } from 'vitest';
import { filesLike } from './source-files.ts';
import { withTables } from './readme-tables.ts';

const readme = filesLike('README.md')[0]?.text ?? '';

describe('the README says what the code does', () => {
  it('in its tables; `npm run docs` writes them', () => expect(withTables(readme)).toBe(readme));

  it('and the tables are about something', () => {
    const tables = withTables('<!-- checks:begin --><!-- checks:end -->');
    expect(tables).toContain('| `confirm-by` | order | `confirm-due-soon` (warning, last 12 h)');
    expect(tables).toContain('`rts_sla_time` of the order<br>else clause `article/confirm-by`');
    expect(tables).toContain('`delivery-late-counted` (critical, 24 h past the line)');
    expect(tables).toContain('`supplement-tracking` at `tracking-stale`');
    expect(tables).toContain('within 5 calendar days');
  });

  it('and a README without a place for them is refused', () => {
    expect(() => withTables(readme.replace('<!-- checks:end -->', ''))).toThrow(/checks:begin/);
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
