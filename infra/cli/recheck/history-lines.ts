import type { Heard, Recheck, RecheckedFinding } from '../../../shared/domain/recheck.ts';
import { en } from '../../../shared/messages/en.ts';
import { plain } from '../../../shared/messages/plain.ts';
import { given, headline, inSeverity, type Paint } from './paint.ts';

/** What has become of its findings, who was told, and what people did. */
export function historyLines(recheck: Recheck, paint: Paint): readonly string[] {
  const { findings, notices, deeds, remedies } = recheck;
  return [
    ...findings.flatMap((finding) => findingLines(finding, paint)),
    ...(findings.length === 0 ? ['  Nothing was ever found.'] : []),
    ...notices.map(
      ({ run, channel, at }) => `  notice of run ${run} to ${plain(channel, 40)} – sent ${paint.time(at)}.`,
    ),
    ...deeds.map(
      ({ at, kind, value, by }) => `  ${kind} ${valueTold(value, paint)} – by ${plain(by)}, ${paint.time(at)}.`,
    ),
    ...remedies.map(
      ({ remedy, key, state, askedAt, ticket, by, endedAt }) =>
        `  ${remedy} for ${plain(key)} – ${state}; asked for ${paint.time(askedAt)}` +
        `${ticket === null ? '' : `, ticket ${plain(ticket, 40)}`}${by === null ? '' : ` by ${plain(by, 40)}`}` +
        `${endedAt === null ? '' : `, over ${paint.time(endedAt)}`}.`,
    ),
  ];
}

/** Times among them are written as all others are. */
function valueTold(value: string | null, paint: Paint): string {
  return given(value, 120).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => paint.time(time));
}

const done = {
  opened: 'opened',
  reopened: 'opened again',
  escalated: 'escalated',
  reminded: 'last reminded of',
  resolved: 'resolved',
} as const;

function findingLines(finding: RecheckedFinding, paint: Paint): readonly string[] {
  const { check, stage, severity, state, episode, openedAt, last, resolvedBecause, actedAt, quiet } = finding;
  const isFirst = last.kind === 'opened' || last.kind === 'reopened';
  const parts = [
    `${state}${episode > 1 ? `, episode ${episode}` : ''}`,
    `${isFirst ? done[last.kind] : 'opened'} ${paint.time(openedAt)}${quiet ? ' by a first look or a backfill' : ''}`,
    ...(isFirst ? [] : [`${done[last.kind]} ${paint.time(last.at)}`]),
    ...(resolvedBecause === null ? [] : [en.resolvedBecause[resolvedBecause]]),
    ...(actedAt === null ? [] : [`somebody saw to it ${paint.time(actedAt)}`]),
  ];
  return [
    `  ${check} – ${inSeverity(severity)}, ${stage} (${headline(check, stage)}): ${parts.join('; ')}.`,
    `      ${heardLine(finding.heard)}`,
  ];
}

function heardLine({ by, later, notBy, silent }: Heard): string {
  if (silent) {
    switch (silent.because) {
      case 'listed':
        return 'Nobody is told: it stands in lists and reports alone.';
      case 'dismissed':
        return 'Nobody is told: somebody said that it is no problem.';
      case 'silenced':
        return `Nobody is told while ${plain(silent.by, 80)} keeps it silent.`;
      case 'nobody-listens':
        return 'Nobody is told: no receiver listens to it.';
    }
  }
  return [
    ...(by.length > 0 ? [`Told to ${names(by)}.`] : []),
    ...(later.length > 0 ? [`After their quiet hours to ${names(later)}.`] : []),
    ...(notBy.length > 0 ? [`Not to ${names(notBy)}, who listen to other things.`] : []),
  ].join(' ');
}

function names(channels: readonly string[]): string {
  return channels.map((channel) => plain(channel, 40)).join(', ');
}
