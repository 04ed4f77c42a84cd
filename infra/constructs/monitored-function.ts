import { fileURLToPath } from 'node:url';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentInput, FunctionName } from '../../functions/environment.ts';
import { type AlarmDesk, hour } from './alarm-desk.ts';
import type { Naming } from './naming.ts';

export interface MonitoredFunctionProps<Name extends FunctionName> {
  /** Its file in `functions/`, its part of the physical name and of its alarm's. */
  readonly name: Name;
  /** Typed by the schema that the function reads it with. */
  readonly environment: EnvironmentInput<Name>;
  readonly timeout: Duration;
  /** MB. */
  readonly memory: number;
  /** What its failure means for a seller, in one sentence. */
  readonly impact: string;
  /** Failed invocations within an hour that ring; left out = 3, more than the retries heal by themselves. */
  readonly failures?: number;
  /** Invocations at once, at most, and kept free for it; left out: as many as the account has. */
  readonly concurrency?: number;
  readonly alarms: AlarmDesk;
  readonly named: Naming;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** ESM from the SDK's own sources, minified: 68 ms to load against 108 ms with the defaults (measured 2026-11). */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  sourceMap: true,
  sourcesContent: false,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  logLevel: LogLevel.WARNING,
  // CommonJS packages (the MIME writer) still ask for `require`.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
};

/** Stack traces that name our files and lines; costs 20 ms of CPU at a cold start (measured 2026-11). */
const readableTraces = { NODE_OPTIONS: '--enable-source-maps' };

/** A Lambda function that cannot be made without saying who is hurt when it fails. */
export class MonitoredFunction<Name extends FunctionName> extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, props: MonitoredFunctionProps<Name>) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.function = new NodejsFunction(this, 'Function', {
      functionName: props.named(props.name),
      entry: `${root}functions/${props.name}.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memory,
      environment: { ...props.environment, ...readableTraces } as Readonly<Record<string, string>>,
      role,
      logGroup,
      bundling,
      awsSdkConnectionReuse: false,
      ...(props.concurrency !== undefined && { reservedConcurrentExecutions: props.concurrency }),
    });
    this.#raiseAlarm(props);
  }

  /** Grants these actions on these resources and nothing else. */
  may(actions: readonly string[], resources: readonly string[], conditions: PolicyStatement['conditions'] = {}): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources], conditions }),
    );
  }

  #raiseAlarm({ name, impact, alarms, failures }: MonitoredFunctionProps<Name>): void {
    alarms.raise(this, {
      article: `${name}-failing`,
      impact,
      metric: this.function.metricErrors({ statistic: 'Sum', period: hour }),
      threshold: failures ?? 3,
      comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      missingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
