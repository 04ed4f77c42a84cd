import type { Cdk } from '../../../infra/cli/cdk.ts';

/** Keeps what it was asked to do. */
export class FakeCdk implements Cdk {
  readonly done: string[] = [];

  synthesize(): Promise<{ readonly reserved: number }> {
    this.done.push('synthesize');
    return Promise.resolve({ reserved: 10 });
  }

  showChanges(): Promise<void> {
    this.done.push('showChanges');
    return Promise.resolve();
  }

  deploy(parameters: readonly string[], asks: boolean): Promise<Readonly<Record<string, string>>> {
    this.done.push(['deploy', ...parameters, ...(asks ? ['asks'] : [])].join(' '));
    return Promise.resolve({ FrontDoorUrl: 'https://door.example/', TableName: 'Tidewatch-TableX' });
  }

  destroy(): Promise<void> {
    this.done.push('destroy');
    return Promise.resolve();
  }

  close(): void {
    this.done.push('close');
  }
}
