import { describe, expect, it } from 'vitest';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { addHeld, isUrgent, withoutTold } from '../../shared/jobs/held-lines.ts';
import { aNoticeLine } from '../support/a-notice.ts';

type Kind = NoticeLine['transition'];

function after(...kinds: readonly Kind[]): readonly Kind[] {
  const lines = kinds.map((transition) => aNoticeLine({ transition }));
  return lines.reduce<readonly NoticeLine[]>((held, line) => addHeld(held, [line]), []).map((line) => line.transition);
}

describe('what is left to say of a finding', () => {
  it.each<[string, readonly Kind[], readonly Kind[]]>([
    ['what came and went is nothing', ['opened', 'resolved'], []],
    ['what came, went and came again is there again', ['opened', 'resolved', 'reopened'], ['reopened']],
    ['what was known and went is over', ['resolved'], ['resolved']],
    ['what was known, went and came back is as it was', ['resolved', 'reopened'], []],
    ['and is over when it goes again', ['resolved', 'reopened', 'resolved'], ['resolved']],
    ['what is new and got worse is new', ['opened', 'escalated'], ['opened']],
    ['what is new and was due for a reminder is new', ['opened', 'reminded', 'reminded'], ['opened']],
    ['what was known and got worse got worse', ['reminded', 'escalated'], ['escalated']],
  ])('%s', (_, kinds, left) => {
    expect(after(...kinds)).toEqual(left);
  });

  it('is the newest line, with the remedy that was asked for', () => {
    const [line] = addHeld(
      [aNoticeLine({ stage: 'pickup-due-soon', remedy: 'supplement-tracking' })],
      [aNoticeLine({ transition: 'escalated', stage: 'pickup-overdue' })],
    );
    expect(line).toMatchObject({ transition: 'opened', stage: 'pickup-overdue', remedy: 'supplement-tracking' });
  });

  it('is nothing when it was told at once', () => {
    const held = [aNoticeLine(), aNoticeLine({ check: 'confirm-by' })];
    expect(withoutTold(held, [aNoticeLine({ severity: 'critical' })])).toEqual([aNoticeLine({ check: 'confirm-by' })]);
  });
});

it('what is critical and lives is urgent', () => {
  expect(isUrgent(aNoticeLine({ severity: 'critical' }))).toBe(true);
  expect(isUrgent(aNoticeLine({ severity: 'critical', transition: 'resolved' }))).toBe(false);
  expect(isUrgent(aNoticeLine({ severity: 'breach' }))).toBe(false);
});
