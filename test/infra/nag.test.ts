import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MonitoringStack } from '../../infra/monitoring-stack.ts';
import { anApp } from './synthesized.ts';

const finding = z.object({ ruleName: z.string(), reason: z.string().optional() });
const report = z.object({
  pluginReports: z.tuple([
    z.object({
      pluginName: z.literal('AwsSolutions'),
      violations: z.array(finding),
      suppressedViolations: z.array(finding),
    }),
  ]),
});

function check(app: App) {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const { directory } = app.synth();
  return report.parse(JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'))).pluginReports[0];
}

describe('the AwsSolutions rules', () => {
  const stack = new MonitoringStack(anApp(), 'Tidewatch');
  const checked = check(stack.node.root as App);

  it('find nothing that is not accounted for', () => {
    expect(checked.violations).toEqual([]);
  });

  it('are set aside for two reasons only, each written out', () => {
    const rules = new Set(checked.suppressedViolations.map(({ ruleName }) => ruleName.replace(/\[.*/, '')));
    expect([...rules].toSorted()).toEqual(['AwsSolutions-IAM5', 'AwsSolutions-SQS3']);
    for (const { reason } of checked.suppressedViolations) expect(reason?.length).toBeGreaterThan(40);
  });
});
