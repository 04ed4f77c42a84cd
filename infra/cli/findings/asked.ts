import { InvalidArgumentError } from 'commander';
import { checkCards } from '../../../shared/checks/registry.ts';
import { carrierKey } from '../../../shared/domain/carrier-name.ts';
import { severities, type Severity } from '../../../shared/domain/verdict.ts';
import { carriersOf } from '../../../shared/jobs/snoozes.ts';
import { stageIds } from '../../../shared/messages/stage-ids.ts';
import type { FindingRow } from '../../local/watching/finding-row.ts';
import type { LiveFinding } from '../../local/watching/live-findings.ts';

/** `open`: spoken of, acknowledged ones included. `silenced`: snoozed, explained by another finding, or no problem. */
export const askedStates = ['open', 'silenced', 'all'] as const;

/** Which findings are asked for; what is left out leaves nothing out. */
export interface Asked {
  readonly check?: string;
  /** The stage of the finding, which is no stage of a stack. */
  readonly finding?: string;
  /** This and what is graver. */
  readonly severity?: Severity;
  readonly state: (typeof askedStates)[number];
  /** As people write it. */
  readonly carrier?: string;
}

export interface Found {
  readonly live: LiveFinding;
  readonly row: FindingRow;
}

export function isAsked({ live, row }: Found, { check, finding, severity, state, carrier }: Asked): boolean {
  const isSilenced = row.inhibitedBy !== null || row.state === 'dismissed';
  return (
    (check === undefined || row.check === check) &&
    (finding === undefined || row.stage === finding) &&
    (severity === undefined || severities.indexOf(row.severity) >= severities.indexOf(severity)) &&
    (state === 'all' || isSilenced === (state === 'silenced')) &&
    (carrier === undefined || carriersOf(live).some((name) => carrierKey(name) === carrierKey(carrier)))
  );
}

/** Throws what commander prints. */
export function parseCheck(text: string): string {
  if (!checkCards.some(({ id }) => id === text))
    throw new InvalidArgumentError('No check is called so: give its id, e.g. confirm-by; the README lists them.');
  return text;
}

/** Throws what commander prints. */
export function parseStageOfFinding(text: string): string {
  if (!stageIds.some((id) => id === text))
    throw new InvalidArgumentError('No finding is called so: give a stage of a check, e.g. confirm-overdue.');
  return text;
}
