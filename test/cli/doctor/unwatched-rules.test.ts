import { expect, it } from 'vitest';
import { unwatchedRules } from '../../../infra/cli/doctor/unwatched-rules.ts';
import type { NotWatched } from '../../../shared/domain/not-watched.ts';
import { earlierRun } from '../../support/a-finding.ts';
import { aShop } from '../../support/a-shop.ts';
import { aRunRecord, aWatch } from '../../support/a-watch.ts';
import { FakeRunLog } from '../../support/fake-run-log.ts';
import { now } from '../../support/moments.ts';
import { aPatient, said } from './a-patient.ts';

const scores: NotWatched = { check: 'logistics-score', because: 'needs-scores', count: 1 };
const labels: NotWatched = { check: 'label-origin', because: 'needs-attestations', count: 9 };

it('says by what is missing which checks are silent, over all shops', async () => {
  const patient = await aPatient({}, { shops: [aShop(), aShop({ id: '2' })] });
  patient.watches.seed('2', aWatch());
  await patient.runs.record(aShop().id, earlierRun, aRunRecord({ notWatched: [labels, scores] }), now);
  await patient.runs.record('2', earlierRun, aRunRecord({ notWatched: [scores] }), now);
  const lines = await said(unwatchedRules, patient);
  expect(lines[0]).toMatch(
    /^warn: 7495510238846614801: Not watched: label-origin \(9\)\. \| TikTok's data does not show/,
  );
  expect(lines[1]).toMatch(/^warn: every shop: Not watched: logistics-score\. \| Only Seller Center shows this figure/);
  expect(lines).toHaveLength(2);
});

it('is well where every check can speak, and unknown where no run is left to say so', async () => {
  const patient = await aPatient();
  expect(await said(unwatchedRules, patient)).toEqual(['ok: 7495510238846614801: Every check can speak.']);
  expect(await said(unwatchedRules, { ...patient, runs: new FakeRunLog() })).toEqual([
    'unknown: 7495510238846614801: No finished run says so. | Sweep it now: npm run sweep.',
  ]);
});
