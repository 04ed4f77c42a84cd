import { isDigest, type NotifyRequest } from '../domain/digest.ts';
import { severities, type Severity } from '../domain/verdict.ts';
import { messagesIn } from '../messages/registry.ts';
import type { Room } from './notice-groups.ts';
import { noticeView } from './notice-view.ts';
import { reportView } from './report-view.ts';
import type { Dialect, Limits } from './robot-lines.ts';
import { robotReport } from './robot-report.ts';
import { robotText } from './robot-text.ts';

/** Whatever a robot is to say: its first line, and below it as much as fits. */
export interface RobotWords {
  readonly subject: string;
  /** Of everything that is told; undefined: nothing is wrong. */
  readonly worst: Severity | undefined;
  readonly text: (dialect: Dialect, limits: Limits) => string;
}

export function robotWords(request: NotifyRequest, room: Room): RobotWords {
  const messages = messagesIn(request.channel.locale);
  if (isDigest(request)) {
    const view = reportView(request);
    const rows = view.sections.flatMap(({ table }) => table?.rows ?? []);
    return {
      subject: view.subject,
      worst: worstOf(rows.map(({ severity }) => severity)),
      text: (dialect, limits) => robotReport(view, messages, dialect, limits),
    };
  }
  const view = noticeView(request, room);
  return {
    subject: view.subject,
    worst: worstOf(view.groups.map(({ severity }) => severity)),
    text: (dialect, limits) => robotText(view, messages, request, dialect, limits),
  };
}

function worstOf(told: readonly (Severity | undefined)[]): Severity | undefined {
  return severities.findLast((severity) => told.includes(severity));
}
