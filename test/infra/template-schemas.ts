import * as z from 'zod';

export const queueProperties = z.object({
  QueueName: z.string(),
  FifoQueue: z.boolean().optional(),
  VisibilityTimeout: z.number().optional(),
  SqsManagedSseEnabled: z.boolean(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.unknown(), maxReceiveCount: z.number() }).optional(),
});

export const functionProperties = z.object({
  FunctionName: z.string(),
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Timeout: z.number(),
  MemorySize: z.number(),
  ReservedConcurrentExecutions: z.number().optional(),
  Role: z.unknown(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});

export const urlProperties = z.object({
  AuthType: z.string(),
  InvokeMode: z.string().optional(),
  TargetFunctionArn: z.unknown(),
});

export const mappingProperties = z.object({
  EventSourceArn: z.unknown(),
  FunctionName: z.unknown(),
  BatchSize: z.number(),
  FunctionResponseTypes: z.array(z.string()),
});

export const alarmProperties = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  MetricName: z.string(),
  Namespace: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })),
  TreatMissingData: z.string(),
  Threshold: z.number(),
  AlarmActions: z.array(z.unknown()),
});

export const scheduleProperties = z.object({
  ScheduleExpression: z.unknown(),
  Target: z.object({
    Arn: z.unknown(),
    Input: z.string(),
    DeadLetterConfig: z.object({ Arn: z.unknown() }),
    RetryPolicy: z.object({ MaximumEventAgeInSeconds: z.number() }),
  }),
});

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const statement = z.object({
  Effect: z.string(),
  Action: oneOrMore,
  Resource: z.unknown().transform((value): readonly unknown[] => (Array.isArray(value) ? value : [value])),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});

export const policyProperties = z.object({
  Roles: z.array(z.unknown()),
  PolicyDocument: z.object({ Statement: z.array(statement) }),
});
