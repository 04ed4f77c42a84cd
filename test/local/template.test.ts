import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCloudAssembly } from '../../infra/local/cloud-assembly.ts';
import { resolveExpression, type Scope } from '../../infra/local/intrinsics.ts';
import { templateResources } from '../../infra/local/template-resources.ts';
import { writeAssembly } from './tiny-assembly.ts';

const scope: Scope = {
  ref: (name) => ({ Name: 'tidewatch', List: ['a', 'b'], 'AWS::Region': 'eu-west-1' })[name],
  attribute: (resource, name) => (resource === 'Queue' && name === 'Arn' ? 'arn:queue' : undefined),
  condition: (name) =>
    ({
      IsTidewatch: { 'Fn::Equals': [{ Ref: 'Name' }, 'tidewatch'] },
      Neither: { 'Fn::Not': [{ 'Fn::Or': [{ Condition: 'IsTidewatch' }, { 'Fn::Equals': ['a', 'b'] }] }] },
    })[name],
};

it.each<[string, unknown, unknown]>([
  ['plain values stay as they are', { a: [1, 'x', true, null] }, { a: [1, 'x', true, null] }],
  ['Ref answers a parameter or a resource', { Ref: 'Name' }, 'tidewatch'],
  ['GetAtt takes a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
  ['GetAtt takes text with a dot', { 'Fn::GetAtt': 'Queue.Arn' }, 'arn:queue'],
  ['Join joins resolved parts', { 'Fn::Join': ['/', ['', { Ref: 'Name' }, 'x']] }, '/tidewatch/x'],
  ['Join takes a list parameter', { 'Fn::Join': [',', { Ref: 'List' }] }, 'a,b'],
  [
    'Sub fills in references and attributes',
    { 'Fn::Sub': '${Name}:${Queue.Arn}:${AWS::Region}' },
    'tidewatch:arn:queue:eu-west-1',
  ],
  [
    'Sub prefers its own variables',
    { 'Fn::Sub': ['${Name}-${x}', { Name: 'own', x: { Ref: 'Name' } }] },
    'own-tidewatch',
  ],
  ['Sub leaves ${!literals} alone', { 'Fn::Sub': '${!Name}' }, '${Name}'],
  ['Select takes from a Split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'arn:queue'] }] }, 'queue'],
  ['If takes the branch of its condition', { 'Fn::If': ['IsTidewatch', 'yes', 'no'] }, 'yes'],
  ['conditions may be combined', { 'Fn::If': ['Neither', 'yes', 'no'] }, 'no'],
  ['NoValue takes the property away', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
])('%s', (_, expression, value) => {
  expect(resolveExpression(expression, scope, 'Thing.Property')).toEqual(value);
});

it.each<[string, unknown, string]>([
  ['an unknown function', { a: [{ 'Fn::ImportValue': 'x' }] }, 'Thing.a[0]: Fn::ImportValue is not supported'],
  ['an unknown reference', { a: { Ref: 'Nobody' } }, 'Thing.a: Ref to unknown Nobody'],
  ['an unknown attribute', { 'Fn::GetAtt': ['Queue', 'Size'] }, 'Thing: unknown attribute Queue.Size'],
  ['an unknown name in Sub', { 'Fn::Sub': '${Nobody}' }, 'Thing: Fn::Sub of unknown Nobody'],
  ['an unknown condition', { 'Fn::If': ['Nobody', 1, 2] }, 'Thing: unknown condition Nobody'],
  ['a dynamic reference', { a: '{{resolve:ssm:/x}}' }, 'Thing.a: dynamic references'],
])('%s is an error that names the place', (_, expression, message) => {
  expect(() => resolveExpression(expression, scope, 'Thing')).toThrow(message);
});

describe('the resources of an assembly', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tidewatch-assembly-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(template: object, parameters: Record<string, string> = {}) {
    writeAssembly(folder, template);
    return templateResources(readCloudAssembly(folder), parameters, { queues: 'http://127.0.0.1:1', functionUrls: {} });
  }

  it('get generated names where the template gives none', () => {
    const Queue = { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } };
    expect(read({ Resources: { Queue } }).queues).toMatchObject([{ id: 'Queue', name: 'Tiny-Queue.fifo' }]);
  });

  it('take parameters from the caller, then from the default', () => {
    const variables = { A: { Ref: 'Given' }, B: { Ref: 'Usual' } };
    const { functions } = read(
      {
        Parameters: { Given: { Type: 'String', Default: 'default' }, Usual: { Type: 'Number', Default: 7 } },
        Resources: { Watch: lambda({ Environment: { Variables: variables } }) },
      },
      { Given: 'given' },
    );
    expect(functions[0]?.Environment?.Variables).toEqual({ A: 'given', B: '7' });
    expect(functions[0]?.folder).toBe(join(folder, 'asset.obedient'));
  });

  it('all parameters without a value are named at once', () => {
    const Parameters = { One: { Type: 'String' }, Two: { Type: 'String' }, Three: { Type: 'String' } };
    expect(() => read({ Parameters, Resources: {} }, { Two: 'x' })).toThrow('Parameters without a value: One, Three');
  });

  it('a parameter that the template does not know is refused', () => {
    expect(() => read({ Resources: {} }, { Typo: 'x' })).toThrow('The template declares no parameter Typo');
  });

  it('a property of the wrong kind is named by its path', () => {
    const Queue = { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { maxReceiveCount: 3 } } };
    expect(() => read({ Resources: { Queue } })).toThrow('Queue.RedrivePolicy.deadLetterTargetArn');
  });

  it('a function whose bundle is missing is refused', () => {
    const Watch = lambda({ Code: { S3Key: 'unknown.zip' } });
    expect(() => read({ Resources: { Watch } })).toThrow('Watch.Code.S3Key: no asset unknown.zip');
  });

  it('functions with inline code are left out', () => {
    expect(read({ Resources: { Watch: lambda({ Code: { ZipFile: 'x' } }) } }).functions).toEqual([]);
  });

  it('more than one stack is refused', () => {
    writeAssembly(folder, { Resources: {} });
    const stack = { type: 'aws:cloudformation:stack', properties: { templateFile: 'Tiny.template.json' } };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: { One: stack, Two: stack } }));
    expect(() => readCloudAssembly(folder)).toThrow('exactly one stack is expected, found 2');
  });
});

function lambda(properties: object) {
  return { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Key: 'obedient.zip' }, ...properties } };
}
