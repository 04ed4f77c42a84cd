import * as z from 'zod';
import type { CloudAssembly } from './cloud-assembly.ts';
import { evaluateCondition, resolveExpression } from './intrinsics.ts';
import { templateScope, type Addresses } from './template-scope.ts';

// CloudFormation takes numbers and booleans as text too (e.g. from parameters).
const count = z.coerce.number();
const flag = z.union([z.boolean(), z.stringbool()]);

const Queue = z.object({
  FifoQueue: flag.optional(),
  ContentBasedDeduplication: flag.optional(),
  VisibilityTimeout: count.optional(),
  DelaySeconds: count.optional(),
  MaximumMessageSize: count.optional(),
  MessageRetentionPeriod: count.optional(),
  ReceiveMessageWaitTimeSeconds: count.optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: count }).optional(),
});

const Table = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
});

const Function = z.object({
  Handler: z.string().default('index.handler'),
  Timeout: count.default(3),
  MemorySize: count.default(128),
  ReservedConcurrentExecutions: count.optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  Code: z.object({ S3Key: z.string() }),
});

const EventSourceMapping = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: count.default(10),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: count }).optional(),
  Enabled: flag.default(true),
});

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Target: z.object({ Arn: z.string(), Input: z.string().default('{}') }),
});

const EventInvokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: count.default(2),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

const Parameter = z.object({ Type: z.string(), Value: z.string() });

const Url = z.object({ TargetFunctionArn: z.string() });

interface Named {
  readonly id: string;
  readonly name: string;
}
export type QueueResource = Named & z.infer<typeof Queue>;
export type TableResource = Named & z.infer<typeof Table>;
/** `folder` is the bundled asset it runs from. */
export type FunctionResource = Named & z.infer<typeof Function> & { readonly folder: string };
export type EventSourceResource = Named & z.infer<typeof EventSourceMapping>;
export type ScheduleResource = Named & z.infer<typeof Schedule>;
type EventInvokeResource = Named & z.infer<typeof EventInvokeConfig>;
type ParameterResource = Named & z.infer<typeof Parameter>;
type UrlResource = Named & z.infer<typeof Url>;

/** The resources of a template that run on this machine, with every expression resolved. Other types are ignored. */
export interface TemplateResources {
  readonly queues: readonly QueueResource[];
  readonly tables: readonly TableResource[];
  readonly functions: readonly FunctionResource[];
  readonly eventSources: readonly EventSourceResource[];
  readonly schedules: readonly ScheduleResource[];
  readonly eventInvokeConfigs: readonly EventInvokeResource[];
  readonly parameters: readonly ParameterResource[];
  readonly urls: readonly UrlResource[];
}

/** Throws an error naming the resource and property for what cannot be resolved. */
export function templateResources(
  assembly: CloudAssembly,
  parameters: Readonly<Record<string, string>>,
  addresses: Addresses,
): TemplateResources {
  const scope = templateScope(assembly, parameters, addresses);
  return {
    queues: select('AWS::SQS::Queue', Queue),
    tables: select('AWS::DynamoDB::Table', Table),
    functions: select('AWS::Lambda::Function', Function, isBundled).map((found) => ({
      ...found,
      folder: assetFolder(assembly, found.id, found.Code.S3Key),
    })),
    eventSources: select('AWS::Lambda::EventSourceMapping', EventSourceMapping),
    schedules: select('AWS::Scheduler::Schedule', Schedule),
    eventInvokeConfigs: select('AWS::Lambda::EventInvokeConfig', EventInvokeConfig),
    parameters: select('AWS::SSM::Parameter', Parameter),
    urls: select('AWS::Lambda::Url', Url),
  };

  function select<T extends z.ZodObject>(
    type: string,
    schema: T,
    wanted: (properties: Readonly<Record<string, unknown>>) => boolean = () => true,
  ): (Named & z.infer<T>)[] {
    return Object.entries(assembly.template.Resources)
      .filter(([, resource]) => resource.Type === type && wanted(resource.Properties))
      .filter(([id, { Condition }]) => Condition === undefined || evaluateCondition(Condition, scope, id))
      .map(([id, { Properties }]) => ({ id, name: scope.physicalName(id), ...read(schema, id, Properties) }));
  }

  // Only the properties that the schema names: the rest may use expressions that mean nothing on this machine.
  function read<T extends z.ZodObject>(schema: T, id: string, properties: Record<string, unknown>): z.infer<T> {
    const used = Object.keys(schema.shape).filter((key) => key in properties);
    const resolved = used.map((key) => [key, resolveExpression(properties[key], scope, `${id}.${key}`)]);
    const parsed = schema.safeParse(Object.fromEntries(resolved));
    if (parsed.success) return parsed.data;
    const paths = parsed.error.issues.map(({ path, message }) => `${[id, ...path].join('.')}: ${message}`);
    throw new Error(paths.join('; '));
  }
}

// Inline functions are providers of custom resources: CloudFormation calls them while deploying, nobody else.
function isBundled(properties: Readonly<Record<string, unknown>>): boolean {
  const code = properties['Code'];
  return typeof code === 'object' && code !== null && 'S3Key' in code;
}

function assetFolder(assembly: CloudAssembly, id: string, key: string): string {
  const folder = assembly.assets.get(key);
  if (folder === undefined)
    throw new Error(`${id}.Code.S3Key: no asset ${key}; was the app synthesized with bundling?`);
  return folder;
}
