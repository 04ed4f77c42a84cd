import type { Command } from 'commander';
import { withExamples } from './examples.ts';

/** Complaints that say what is wrong and not what to type instead. */
const needsHelp = /^error: (unknown|too many arguments|missing required|required option)/;

/**
 * Readies a program and all its commands: examples below the help; what is mistyped ends with status 2 and one line,
 * which says where to look. `words`: by which the program is called behind `tidewatch`.
 */
export function commandLine(program: Command, words = ''): Command {
  strict(program, words);
  return withExamples(program, words);
}

function strict(command: Command, words: string): void {
  const help = `${['npx tidewatch', words].join(' ').trim()} --help`;
  command
    // A suggestion would be a second line.
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => write(needsHelp.test(text) ? `${text.trimEnd()} (see ${help})\n` : text),
    })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const each of command.commands) strict(each, `${words} ${each.name()}`.trim());
}
