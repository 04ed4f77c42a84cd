import type { LastingReason, NotWatched } from '../../../shared/domain/not-watched.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { en } from '../../../shared/messages/en.ts';
import type { RunRecord } from '../../../shared/ports/records.ts';
import { eachShop } from './each-shop.ts';
import { examination, type Diagnosis } from './examination.ts';

type Seen = readonly (readonly [Shop, RunRecord | undefined])[];
type Gap = NotWatched & { readonly shop: string };

/** What no notice can be about, as the last complete run of each shop counted it, and what it takes. */
export const unwatchedRules = examination({
  id: 'not-watched',
  look: ({ shops, watches, runs }): Promise<Seen> =>
    eachShop(shops, async ({ id }) => {
      const run = (await watches.read(id))?.handedOver?.run;
      return run === undefined ? undefined : await runs.find(id, run);
    }),
  judge: (seen) => [...seen.flatMap(([{ id }, run]) => ofShop(id, run)), ...ofReasons(seen)],
});

function ofShop(about: string, run: RunRecord | undefined): readonly Diagnosis[] {
  if (!run)
    return [{ about, health: 'unknown', what: 'No finished run says so.', toDo: 'Sweep it now: npm run sweep.' }];
  return run.notWatched === undefined ? [{ about, health: 'ok', what: 'Every check can speak.' }] : [];
}

/** By what is missing, for one remedy may serve many checks and shops. */
function ofReasons(seen: Seen): readonly Diagnosis[] {
  const gaps = seen.flatMap(([{ id }, run]) => (run?.notWatched ?? []).map((one): Gap => ({ ...one, shop: id })));
  return [...Map.groupBy(gaps, ({ because }) => because)].map(([because, own]) => ({
    about: placesOf(own, seen.length),
    health: 'warn',
    what: whatOf(own),
    toDo: toDo(because),
  }));
}

function placesOf(gaps: readonly Gap[], shops: number): string {
  const places = [...new Set(gaps.map(({ shop }) => shop))];
  return places.length > 1 && places.length === shops ? 'every shop' : places.join(', ');
}

function whatOf(gaps: readonly Gap[]): string {
  const checks = [...Map.groupBy(gaps, ({ check }) => check)].map(([check, own]) => {
    const count = own.reduce((sum, gap) => sum + gap.count, 0);
    return count > own.length ? `${check} (${count})` : check;
  });
  return `Not watched: ${checks.join(', ')}.`;
}

function toDo(because: LastingReason): string {
  return en.unwatched.because[because];
}
