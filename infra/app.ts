import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { MonitoringStack } from './monitoring-stack.ts';

const app = new App();
const stage: unknown = app.node.tryGetContext('stage');
const stack = new MonitoringStack(app, typeof stage === 'string' ? `Tidewatch-${stage}` : 'Tidewatch', {
  description: 'Tidewatch: fulfillment monitor for TikTok Shop sellers.',
  ...(typeof stage === 'string' && { stage }),
});
Validations.of(stack.node.root).addPlugins(new AwsSolutionsChecks(stack.node.root));
