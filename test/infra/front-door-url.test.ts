import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { pointsTo, synthesize } from './synthesized.ts';
import { alarmProperties, functionProperties, urlProperties } from './template-schemas.ts';

const stack = synthesize();
const functions = stack.all('AWS::Lambda::Function', functionProperties);

describe('the front door', () => {
  const template = Template.fromJSON({ ...stack.json });
  const door = functions.find(({ FunctionName }) => FunctionName === 'tidewatch-front-door');
  const id = door?.id ?? 'no door';

  it('is the one address that anybody may call, and answers in one piece', () => {
    const urls = stack.all('AWS::Lambda::Url', urlProperties);
    expect(urls.map((url) => ({ ...url, TargetFunctionArn: pointsTo(url.TargetFunctionArn) }))).toMatchObject([
      { AuthType: 'NONE', TargetFunctionArn: id },
    ]);
    expect(urls[0]?.InvokeMode ?? 'BUFFERED').toBe('BUFFERED');
  });

  it.each([
    ['lambda:InvokeFunctionUrl', { FunctionUrlAuthType: 'NONE' }],
    ['lambda:InvokeFunction', { InvokedViaFunctionUrl: true }],
  ])('may be called through its address alone: %s', (Action, through) => {
    template.hasResourceProperties('AWS::Lambda::Permission', { Action, Principal: '*', ...through });
    template.resourceCountIs('AWS::Lambda::Permission', 2);
  });

  it('has ten invocations for itself, and no other function gives any away', () => {
    const reserved = functions.map((of) => [of.FunctionName, of.ReservedConcurrentExecutions]);
    expect(reserved.filter(([, count]) => count !== undefined)).toEqual([['tidewatch-front-door', 10]]);
  });

  it('rings when its address answers with error pages, which are no errors of the function', () => {
    const alarms = stack.all('AWS::CloudWatch::Alarm', alarmProperties);
    const own = alarms.filter(({ MetricName }) => MetricName === 'Url5xxCount');
    expect(JSON.stringify(own.map(({ Dimensions }) => Dimensions))).toContain(`"${id}"`);
    expect(own).toMatchObject([{ Threshold: 3, TreatMissingData: 'notBreaching' }]);
  });

  it('is where the links lead that notices and remedies sign', () => {
    const [url] = stack.all('AWS::Lambda::Url', urlProperties);
    const leading = functions.flatMap(({ FunctionName, Environment }) => {
      const leadsTo = Environment.Variables['FRONT_DOOR_URL'];
      return leadsTo === undefined ? [] : [[FunctionName, pointsTo(leadsTo)]];
    });
    expect(leading).toEqual([
      ['tidewatch-notify', url?.id],
      ['tidewatch-remediate', url?.id],
    ]);
  });
});
