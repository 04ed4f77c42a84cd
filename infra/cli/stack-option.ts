import type { Command } from 'commander';
import { parseStage, production } from './stage-names.ts';

let chosen: string | undefined;

/** `--stage`, for commands that need a stack; what was chosen holds for the whole process. */
export function onStack(command: Command): Command {
  return command
    .option('--stage <name>', `a deployed stack: ${production}, or a stage (default: the one of npm start)`, parseStage)
    .hook('preAction', (of) => {
      chosen = of.opts<{ stage?: string }>().stage;
    });
}

/** Undefined: the stack that `npm start` runs in this folder. */
export function chosenStage(): string | undefined {
  return chosen;
}
