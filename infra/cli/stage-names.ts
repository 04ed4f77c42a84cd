import { InvalidArgumentError, type Command } from 'commander';
import { namingFor } from '../constructs/naming.ts';

/** What the stack without a stage is called on the command line. */
export const production = 'production';

/** What a stage's stack and secrets are called. */
export interface StageNames {
  readonly stage?: string;
  /** Of the stack, `Tidewatch-test`; the names of its tables begin so too. */
  readonly stack: string;
  /** `/tidewatch-test`. */
  readonly secrets: string;
}

export function stageNames(asked: string | undefined): StageNames {
  const stage = asked === production ? undefined : asked;
  const secrets = `/${namingFor(stage)()}`;
  return stage === undefined ? { stack: 'Tidewatch', secrets } : { stage, stack: `Tidewatch-${stage}`, secrets };
}

export function withStageOption(command: Command): Command {
  return command.option('--stage <name>', `a stack of its own, e.g. test (default: ${production})`, parseStage);
}

/** It becomes a part of names on AWS. Throws what commander prints. */
export function parseStage(text: string): string {
  if (!/^[a-z][a-z0-9]{0,19}$/.test(text))
    throw new InvalidArgumentError('Give up to 20 small letters and digits, e.g. test.');
  return text;
}
