import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of the bench that answers one question at a time. It ends when its parent does. */
export interface Child<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** `flags`: Node's own. `environment`: beside the parent's. */
export function startChild<Question extends object, Answer>(
  file: string,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child<Question, Answer> {
  const child = fork(file, {
    execArgv: [...flags],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit');
  return {
    async ask(question) {
      const answered = once(child, 'message');
      child.send(question);
      const ended = exited.then(([code]): never => {
        throw new Error(`a process of the bench ended with status ${String(code)}: ${file}`);
      });
      const [answer] = (await Promise.race([answered, ended])) as [Answer];
      return answer;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/** The other end: answers every question, and ends with the parent. What fails ends the process with its error. */
export function answerParent(answer: (question: never) => Promise<object>): void {
  process.on('message', (question) => {
    void answer(question as never).then((reply) => process.send?.(reply));
  });
  process.once('disconnect', () => process.exit());
}
