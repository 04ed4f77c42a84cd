import type { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { FunctionName } from '../../functions/environment.ts';
import type { AlarmDesk } from '../constructs/alarm-desk.ts';
import type { MonitoredFunction, MonitoredFunctionProps } from '../constructs/monitored-function.ts';
import type { Naming } from '../constructs/naming.ts';

/** What the parts of the stack are made of, and with. */
export interface Parts {
  readonly scope: Stack;
  readonly table: Table;
  readonly alarms: AlarmDesk;
  readonly named: Naming;
  /** Without a slash at its end. */
  readonly secretsPrefix: string;
  readonly makeFunction: <Name extends FunctionName>(
    id: string,
    props: Omit<MonitoredFunctionProps<Name>, 'alarms' | 'named'>,
  ) => MonitoredFunction<Name>;
  readonly output: (name: string, value: string) => CfnOutput;
}
