import type { CloudAssembly } from './cloud-assembly.ts';
import { resolveExpression, type Scope } from './intrinsics.ts';

/** The account that the embedded services pretend to be. */
export const account = { id: '000000000000', region: 'us-east-1', partition: 'aws' } as const;

const pseudoParameters: Readonly<Record<string, unknown>> = {
  'AWS::Region': account.region,
  'AWS::AccountId': account.id,
  'AWS::Partition': account.partition,
  'AWS::URLSuffix': 'amazonaws.com',
};

const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
};

/** A template's scope, and the physical name of each of its resources. */
export interface TemplateScope extends Scope {
  physicalName(resource: string): string;
}

/** What lies at addresses of this machine. */
export interface Addresses {
  /** Queue URLs lie below it. */
  readonly queues: string;
  /** By logical id. */
  readonly functionUrls: Readonly<Record<string, string>>;
}

/** Throws when a parameter has no value or is not declared. */
export function templateScope(
  { stack, template }: CloudAssembly,
  given: Readonly<Record<string, string>>,
  { queues, functionUrls }: Addresses,
): TemplateScope {
  const parameters = parameterValues(template.Parameters, given);
  const scope: TemplateScope = { ref, attribute, physicalName, condition: (name) => template.Conditions[name] };
  return scope;

  function physicalName(id: string): string {
    const resource = template.Resources[id];
    const property = nameProperties[resource?.Type ?? ''];
    const named = property === undefined ? undefined : resource?.Properties[property];
    if (named !== undefined) return String(resolveExpression(named, scope, `${id}.${property}`));
    return `${stack}-${id}${resource?.Properties['FifoQueue'] === true ? '.fifo' : ''}`;
  }

  function ref(name: string): unknown {
    if (name in pseudoParameters) return pseudoParameters[name];
    if (name === 'AWS::StackName') return stack;
    if (parameters.has(name)) return parameters.get(name);
    const type = template.Resources[name]?.Type;
    if (type === undefined) return undefined;
    if (type === 'AWS::SQS::Queue') return `${queues}/${account.id}/${physicalName(name)}`;
    return type === 'AWS::SNS::Topic' ? arnOf(type, physicalName(name)) : physicalName(name);
  }

  function attribute(id: string, name: string): string | undefined {
    const type = template.Resources[id]?.Type;
    if (type === undefined) return undefined;
    if (name === 'Arn' || name === 'TopicArn') return arnOf(type, physicalName(id));
    if (name === 'QueueUrl') return String(ref(id));
    if (name === 'FunctionUrl') return functionUrls[id];
    return name === nameProperties[type] ? physicalName(id) : undefined;
  }
}

function parameterValues(
  declared: CloudAssembly['template']['Parameters'],
  given: Readonly<Record<string, string>>,
): Map<string, unknown> {
  const undeclared = Object.keys(given).filter((name) => !(name in declared));
  if (undeclared.length > 0) throw new Error(`The template declares no parameter ${undeclared.join(', ')}`);
  const values = new Map<string, unknown>();
  const missing: string[] = [];
  for (const [name, { Type, Default }] of Object.entries(declared)) {
    const value = given[name] ?? Default;
    if (value === undefined) missing.push(name);
    else values.set(name, Type === 'CommaDelimitedList' ? String(value).split(',') : String(value));
  }
  if (missing.length > 0) throw new Error(`Parameters without a value: ${missing.join(', ')}`);
  return values;
}

function arnOf(type: string, name: string): string {
  switch (type) {
    case 'AWS::DynamoDB::Table':
      return regional('dynamodb', `table/${name}`);
    case 'AWS::Lambda::Function':
      return regional('lambda', `function:${name}`);
    case 'AWS::Scheduler::Schedule':
      return regional('scheduler', `schedule/default/${name}`);
    case 'AWS::SSM::Parameter':
      return regional('ssm', `parameter/${name.replace(/^\//, '')}`);
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account.id}:role/${name}`;
    default:
      return regional(type.split('::')[1]?.toLowerCase() ?? '', name);
  }
}

function regional(service: string, rest: string): string {
  return `arn:aws:${service}:${account.region}:${account.id}:${rest}`;
}
