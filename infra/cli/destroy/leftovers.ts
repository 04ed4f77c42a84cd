import {
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import {
  paginateListTables,
  waitUntilTableExists,
  waitUntilTableNotExists,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { DeleteParametersCommand, paginateDescribeParameters, type SSMClient } from '@aws-sdk/client-ssm';
import type { StageNames } from '../stage-names.ts';

/** What stays when a stack is gone. Every call may be repeated: what is gone already is no fault. */
export interface Leftovers {
  tables(): Promise<readonly StoredTable[]>;
  deleteTable(name: string): Promise<void>;
  /** Names alone: no value is ever read. */
  parameters(): Promise<readonly string[]>;
  deleteParameters(names: readonly string[]): Promise<void>;
}

export interface StoredTable {
  readonly name: string;
  readonly bytes: number;
}

/** DeleteParameters takes so many (SSM API reference, 2026). */
const parametersPerCall = 10;

export class AwsLeftovers implements Leftovers {
  readonly #dynamo: DynamoDBClient;
  readonly #ssm: SSMClient;
  readonly #names: StageNames;

  constructor(dynamo: DynamoDBClient, ssm: SSMClient, names: StageNames) {
    this.#dynamo = dynamo;
    this.#ssm = ssm;
    this.#names = names;
  }

  async tables(): Promise<readonly StoredTable[]> {
    const own: string[] = [];
    for await (const { TableNames = [] } of paginateListTables({ client: this.#dynamo }, {})) {
      own.push(...TableNames.filter((name) => isTableOf(name, this.#names)));
    }
    return Promise.all(own.map((name) => this.#describe(name)));
  }

  async deleteTable(TableName: string): Promise<void> {
    const wait = { client: this.#dynamo, maxWaitTime: 300 };
    try {
      const { Table } = await this.#dynamo.send(new DescribeTableCommand({ TableName }));
      if (Table?.TableStatus !== 'DELETING') {
        await this.#dynamo.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false }));
        // A table that is being changed cannot be deleted.
        await waitUntilTableExists(wait, { TableName });
        await this.#dynamo.send(new DeleteTableCommand({ TableName }));
      }
    } catch (error) {
      // An earlier try had got so far.
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
    await waitUntilTableNotExists(wait, { TableName });
  }

  async parameters(): Promise<readonly string[]> {
    const filters = { ParameterFilters: [{ Key: 'Path', Option: 'Recursive', Values: [this.#names.secrets] }] };
    const names: string[] = [];
    for await (const { Parameters = [] } of paginateDescribeParameters({ client: this.#ssm }, filters)) {
      names.push(...Parameters.flatMap(({ Name }) => (Name === undefined ? [] : [Name])));
    }
    return names;
  }

  async deleteParameters(names: readonly string[]): Promise<void> {
    for (let at = 0; at < names.length; at += parametersPerCall) {
      await this.#ssm.send(new DeleteParametersCommand({ Names: names.slice(at, at + parametersPerCall) }));
    }
  }

  async #describe(name: string): Promise<StoredTable> {
    const { Table } = await this.#dynamo.send(new DescribeTableCommand({ TableName: name }));
    return { name, bytes: Table?.TableSizeBytes ?? 0 };
  }
}

/** As CloudFormation names the construct `Table` of that stack; another stage's table begins otherwise. */
export function isTableOf(name: string, { stack }: Pick<StageNames, 'stack'>): boolean {
  return new RegExp(String.raw`^${stack}-Table[0-9A-F]{8}-\w+$`).test(name);
}
