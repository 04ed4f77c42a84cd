import * as z from 'zod';
import type { NotifyRequest } from '../domain/digest.ts';
import type { Instant } from '../domain/time.ts';
import { Rejected, Transient } from '../ports/errors.ts';
import type { Sender } from '../ports/messaging.ts';
import { passes, postJson, type Answer } from './post-json.ts';
import type { ChannelParts } from './channel.ts';
import { readSecret } from './secret.ts';

export interface RobotSecret {
  readonly url: string;
  readonly secret?: string | undefined;
}

/** A group robot: it is posted to and answers 200 whatever happens; what became of the message says a code. */
export interface Robot<Message> {
  readonly kind: string;
  /** As its people call the service. */
  readonly name: string;
  readonly secret: z.ZodType<RobotSecret>;
  render(request: NotifyRequest): Message;
  /** Address and body as they are sent, signed where the robot has a key. */
  seal(message: Message, secret: RobotSecret, wall: Instant): { readonly url: string; readonly body: unknown };
  /** Codes that mean: later. */
  readonly later: readonly number[];
  /** What a person has to mend; any other code is a fault of the message itself. */
  readonly mend: Readonly<Record<number, string>>;
}

// WeCom and DingTalk say `errcode`, Feishu says `code`.
const answerSchema = z.object({ errcode: z.int().optional(), code: z.int().optional() });

/** Robots give no reference back and take no idempotency key. */
export function throughRobot<Message>(robot: Robot<Message>, { vault, clock }: ChannelParts): Sender {
  return {
    kind: robot.kind,
    async deliver(request) {
      const who = `${robot.name}, shop ${request.shop.id}`;
      const secret = await readSecret(vault, request, who, robot.secret);
      const { url, body } = robot.seal(robot.render(request), secret, clock.wall());
      settle(robot, who, await postJson(who, url, JSON.stringify(body)));
      return undefined;
    },
  };
}

/** Returns when the robot took the message; throws Transient or Rejected with its code. */
function settle({ later, mend }: Pick<Robot<unknown>, 'later' | 'mend'>, who: string, answer: Answer): void {
  const code = codeOf(answer.text);
  if (code === 0 && answer.status === 200) return;
  const what = `${who}: ${code === undefined ? `answered ${answer.status}` : `code ${code}`}`;
  if (passes(answer) || (code !== undefined && later.includes(code))) throw new Transient(what);
  const advice = code === undefined ? undefined : mend[code];
  if (advice !== undefined) throw new Rejected(`${what}; ${advice}`, 'credential');
  if (code === undefined) throw new Rejected(`${what} and no code; store the robot's address anew`, 'credential');
  throw new Rejected(`${what}; the message itself was refused, please report it as a bug`);
}

function codeOf(text: string): number | undefined {
  try {
    const { errcode, code } = answerSchema.parse(JSON.parse(text));
    return errcode ?? code;
  } catch {
    // A page instead of an answer: the status is all there is.
    return undefined;
  }
}
