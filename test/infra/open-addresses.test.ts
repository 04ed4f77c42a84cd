import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { pointsTo, synthesize } from './synthesized.ts';
import { alarmProperties, functionProperties, urlProperties } from './template-schemas.ts';

const stack = synthesize();
const functions = stack.all('AWS::Lambda::Function', functionProperties);

describe('the addresses that anybody may call', () => {
  const template = Template.fromJSON({ ...stack.json });
  const ids = ['tidewatch-front-door', 'tidewatch-webhooks', 'tidewatch-connect'].map(
    (name) => functions.find(({ FunctionName }) => FunctionName === name)?.id ?? `no ${name}`,
  );

  it('are those of the front door, of notifications and of consents, and answer in one piece', () => {
    const urls = stack.all('AWS::Lambda::Url', urlProperties);
    expect(urls.map((url) => ({ ...url, TargetFunctionArn: pointsTo(url.TargetFunctionArn) }))).toMatchObject(
      ids.map((id) => ({ AuthType: 'NONE', TargetFunctionArn: id })),
    );
    expect(urls.map(({ InvokeMode = 'BUFFERED' }) => InvokeMode)).toEqual(ids.map(() => 'BUFFERED'));
  });

  it.each([
    ['lambda:InvokeFunctionUrl', { FunctionUrlAuthType: 'NONE' }],
    ['lambda:InvokeFunction', { InvokedViaFunctionUrl: true }],
  ])('lead to functions that may be called through them alone: %s', (Action, through) => {
    template.hasResourceProperties('AWS::Lambda::Permission', { Action, Principal: '*', ...through });
    template.resourceCountIs('AWS::Lambda::Permission', 2 * ids.length);
  });

  it('have invocations kept for themselves, and no other function gives any away', () => {
    const reserved = functions.map((of) => [of.FunctionName, of.ReservedConcurrentExecutions]);
    expect(reserved.filter(([, count]) => count !== undefined)).toEqual([
      ['tidewatch-front-door', 8],
      ['tidewatch-webhooks', 40],
      ['tidewatch-connect', 2],
    ]);
  });

  it('ring when they answer with errors, which are no errors of the function', () => {
    const alarms = stack.all('AWS::CloudWatch::Alarm', alarmProperties);
    const own = alarms.filter(({ MetricName }) => MetricName === 'Url5xxCount');
    own.forEach(({ Dimensions }, place) => expect(JSON.stringify(Dimensions)).toContain(`"${ids[place]}"`));
    expect(own).toMatchObject(ids.map(() => ({ Threshold: 3, TreatMissingData: 'notBreaching' })));
  });

  it('are led to by the links that notices and remedies sign: to the door', () => {
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
