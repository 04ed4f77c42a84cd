import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { root } from './source-files.ts';

const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const settings = '.dependency-cruiser.cjs';
const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string() })) })
  .parse(createRequire(import.meta.url)(join(root, settings)))
  .forbidden.map(({ name }) => name);

const Violation = z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) });
type Violation = z.infer<typeof Violation>;
const Cruise = z.object({ summary: z.object({ violations: z.array(Violation), totalCruised: z.number() }) });

/** What `npm run arch` sees in a folder; it exits with the number of violations, so only its output counts. */
async function cruise(folder: string): Promise<z.infer<typeof Cruise>['summary']> {
  const output = await new Promise<string>((resolve, reject) => {
    const command = [program, 'functions', 'infra', 'shared', 'test', '--output-type', 'json'];
    execFile(process.execPath, command, { cwd: folder, maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(stderr));
    });
  });
  return Cruise.parse(JSON.parse(output)).summary;
}

describe('imports go one way', () => {
  it('in every module of the house', async () => {
    const { violations, totalCruised } = await cruise(root);
    // Without the compiler it knows how to use, the cruiser looks at nothing and is content.
    expect(totalCruised).toBeGreaterThan(150);
    expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 60_000);
});

/** One file for each rule that breaks it, and what it must not import. */
const breaches: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'domain-imports-nothing': ['shared/domain/a.ts', "import '../policies/a.ts';"],
  'ports-import-domain': ['shared/ports/a.ts', "import type { A } from '../checks/a.ts';"],
  'policies-import-domain': ['shared/policies/a.ts', "import '../ports/b.ts';"],
  'checks-import-domain-and-policies': ['shared/checks/a.ts', "import '../messages/b.ts';"],
  'totals-import-checks-and-policies': ['shared/totals/a.ts', "import '../ports/b.ts';"],
  'lanes-import-domain': ['shared/lanes/a.ts', "import '../ports/b.ts';"],
  'milestones-import-domain': ['shared/milestones/a.ts', "import '../ports/b.ts';"],
  'messages-import-domain': ['shared/messages/a.ts', "import '../checks/b.ts';"],
  'remedies-import-words-and-mail-parts': ['shared/remedies/a.ts', "import '../adapters/b.ts';"],
  'channels-import-ports-and-words': ['shared/channels/a.ts', "import '../adapters/b.ts';"],
  'adapters-import-ports-and-domain': ['shared/adapters/a.ts', "import '../jobs/b.ts';"],
  'carriers-import-ports-and-milestones': ['shared/carriers/a.ts', "import '../adapters/b.ts';"],
  'jobs-import-ports-and-registries': ['shared/jobs/a.ts', "import '../adapters/b.ts';"],
  'functions-import-shared': ['functions/a.ts', "import '../infra/b.ts';"],
  'stack-imports-environment-only': ['infra/a.ts', "import '../shared/domain/b.ts';"],
  'command-line-imports-shared-and-environment': ['infra/cli/a.ts', "import '../../test/b.ts';"],
  'simulator-shares-no-code-with-the-client': ['infra/local/simulator/a.ts', "import '../../../shared/adapters/b.ts';"],
  'aws-only-at-the-rim': ['shared/domain/c.ts', "import '@aws-sdk/client-sqs';"],
  'lambda-only-in-functions': ['shared/adapters/c.ts', "import '@middy/core';"],
  'cdk-only-in-infra': ['shared/adapters/d.ts', "import 'aws-cdk-lib';"],
  'test-tools-only-in-tests': ['shared/adapters/e.ts', "import 'vitest';"],
  'emulators-only-on-this-machine': ['functions/f.ts', "import 'fauxqs';"],
  'pure-code-does-no-io': ['shared/domain/g.ts', "import 'node:fs';"],
  'only-the-stack-and-tests-import-functions': ['infra/h.ts', "import '../functions/b.ts';"],
  'functions-do-not-import-each-other': ['functions/i.ts', "import './b.ts';"],
  'no-cycles': ['shared/ports/k.ts', "import './l.ts';"],
  'no-orphans': ['shared/ports/o.ts', 'export const alone = 1;'],
  'nothing-for-tests-alone': ['shared/ports/p.ts', "import '../domain/b.ts';"],
  'everything-resolves': ['shared/ports/m.ts', "import './nowhere.ts';"],
  'product-needs-no-dev-dependency': ['functions/n.ts', "import 'fast-check';"],
};

const folders = ['domain', 'ports', 'checks', 'messages', 'adapters', 'jobs'].map((zone) => `shared/${zone}`);
const bystanders: readonly (readonly [file: string, text: string])[] = [
  ...[...folders, 'functions', 'infra', 'test'].map((of) => [`${of}/b.ts`, 'export type B = 1;'] as const),
  ['shared/ports/l.ts', "import './k.ts';"],
];

/** A house of its own under the rules of this one. */
function writeHouse(folder: string, files: readonly (readonly [file: string, text: string])[]): void {
  for (const name of [settings, 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
}

describe('every rule about imports finds who breaks it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidewatch-imports-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let violations: readonly Violation[];
  beforeAll(async () => {
    writeHouse(folder, [...bystanders, ...Object.values(breaches)]);
    ({ violations } = await cruise(folder));
  });

  it.each(rules)('%s', (name) => {
    const [path = 'no breach is written for this rule'] = breaches[name] ?? [];
    expect(violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(path);
  });
});
