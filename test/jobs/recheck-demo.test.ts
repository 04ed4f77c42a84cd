import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recheckText } from '../../infra/cli/recheck-text.ts';
import { demoWorld } from '../../infra/local/watching/demo-world.ts';
import type { World } from '../../infra/local/watching/world.ts';
import { isLive, type Finding } from '../../shared/domain/finding.ts';
import type { Recheck } from '../../shared/domain/recheck.ts';
import { iso } from '../../shared/domain/time.ts';
import type { Because, RestReason } from '../../shared/domain/verdict.ts';
import { recheckIn, rowOf } from '../support/a-look-up.ts';
import { SimulatedWatch } from '../support/a-simulated-watch.ts';
import { at } from '../support/moments.ts';

interface Rechecked {
  readonly recheck: Recheck;
  readonly text: string;
  readonly live: readonly Finding[];
}

let world: World;
const orders: Rechecked[] = [];

beforeAll(async () => {
  world = await demoWorld(7, [at('2026-11-22T07:30:00Z')]);
  const { simulator, secondTraces = [] } = world;
  if (!simulator) throw new Error('the demo is simulated');
  for (const shop of world.file.shops) {
    const watch = await new SimulatedWatch(simulator, shop).connect();
    const { story } = watch;
    const asked = secondTraces.find((one) => one.shop === shop.id)?.traces ?? [];
    await story.secondTraces.write(shop.id, asked, story.clock.wallTime);
    await watch.sweep(2);
    for (const { order, findings } of story.book.open(shop.id)) {
      const recheck = await recheckIn(story, order.id);
      orders.push({ recheck, text: stripVTControlCharacters(recheckText(recheck)), live: findings.filter(isLive) });
    }
  }
}, 120_000);
afterAll(() => world.close());

function lineOf(text: string, check: string): string {
  const says = text.slice(text.indexOf('What the checks say'), text.indexOf('What else is judged'));
  return says.split('\n').find((line) => line.split(' – ')[0]?.trim().split(', ').includes(check)) ?? '';
}

describe('a recheck of the orders of the demo, right after a sweep', () => {
  it('explains every open finding as the sweep judged it: stage, beginning, line and clause', () => {
    let explained = 0;
    for (const { recheck, text, live } of orders) {
      for (const { check, stage, since, deadline } of live) {
        explained += 1;
        const row = rowOf(recheck, check);
        const line = deadline ? { at: iso(deadline.at), source: deadline.source } : null;
        expect(row).toMatchObject({ open: stage, next: null });
        expect(row.verdict).toMatchObject({ is: 'finding', stage, since: iso(since), deadline: line });
        const said = lineOf(text, check);
        expect(said).toMatch(new RegExp(`finding: \\w+, ${stage} .*, since .* time`));
        if (deadline?.source.kind === 'clause') {
          expect(said).toContain(`(${deadline.source.pack}/${deadline.source.clause})`);
          expect(text).toContain(`\n  ${deadline.source.pack}/${deadline.source.clause} – `);
        }
        if (deadline?.source.kind === 'platform') expect(said).toContain(`(${deadline.source.field})`);
      }
    }
    expect(explained).toBeGreaterThan(100);
  });

  it('expects nothing of the next sweep but what other sources have answered since', () => {
    const coming = orders.flatMap(({ recheck }) => recheck.checks.filter(({ next }) => next !== null));
    expect(new Set(coming.map(({ check }) => check))).toEqual(new Set(['silence-cause']));
  });

  it('says of every check why it found nothing, and names the next review and both clocks', () => {
    for (const { recheck, text } of orders) {
      expect(recheck.checks.length).toBeGreaterThan(20);
      for (const { verdict } of recheck.checks) {
        if (verdict.is === 'fine') expect(verdict.because ?? verdict.endangeredFrom).not.toBeNull();
      }
      expect(text).toContain('next review: every sweep');
      if (recheck.clocks.length > 0) expect(text).toContain('founding article');
      expect(text).not.toMatch(/undefined|\[object|null/);
    }
  });

  it('names the same field of TikTok’s for a clock as its check goes by', () => {
    const compared = orders.flatMap(({ recheck: { checks, clocks } }) =>
      checks.flatMap(({ check, verdict }) => {
        const line = 'deadline' in verdict ? verdict.deadline : null;
        const clock = clocks.find((one) => one.clock === check);
        return line?.source.kind === 'platform' && clock ? [[line, clock.platform]] : [];
      }),
    );
    expect(compared.length).toBeGreaterThan(10);
    for (const [line, platform] of compared) expect(platform).toEqual(line);
  });
});

describe('why nobody heard', () => {
  const rows: readonly (readonly [check: string, is: string, because: RestReason | Because | null, words: RegExp])[] = [
    ['confirm-by', 'fine', null, /fine: the line is at .* \(rts_sla_time\); endangered from .* time/],
    [
      'pickup-by',
      'fine',
      null,
      /fine: the line is at .* time.* \((tts_sla_time|article\/pickup-by.*)\); endangered from/,
    ],
    ['deliver-by', 'fine', null, /fine: the line is at .* time.* \([\w/-]+\); endangered from/],
    ['trace-silent', 'fine', null, /fine: the line is at .*\(article\/trace-silent\); endangered from/],
    ['milestone-missing', 'fine', null, /fine: nothing to say before .* time/],
    [
      'trace-silent',
      'does-not-apply',
      'other-state',
      /does not apply because it is about orders that are IN_TRANSIT, not/,
    ],
    ['label-origin', 'does-not-apply', 'not-seller-shipped', /does not apply because TikTok Shipping carries it/],
    ['cancel-request', 'does-not-apply', 'no-cancel-request', /the buyer has not asked to cancel/],
    ['carrier-approved', 'unknown', 'needs-approved-carriers', /unknown: List the carriers you may ship with/],
    ['address', 'unknown', 'address-masked', /unknown: TikTok masks the address/],
    ['confirm-by', 'does-not-apply', 'sample', /free samples have no clocks/],
    ['supplement-pending', 'fine', 'other-cause', /another cause was found for the silence/],
  ];

  it.each(rows)('%s: %s because %s', (check, is, because, words) => {
    const found = orders.find(({ recheck }) => {
      const { verdict } = rowOf(recheck, check);
      return verdict.is === is && ('because' in verdict ? verdict.because : null) === because;
    });
    expect(lineOf(found?.text ?? '', check)).toMatch(words);
  });

  it('a silence that its cause explains is told by the cause', () => {
    const found = orders.find(({ live }) => live.some(({ stage }) => stage === 'carrier-stalled'));
    const silent = found?.recheck.findings.find(({ check }) => check === 'trace-silent');
    expect(silent?.heard.silent).toEqual({ because: 'silenced', by: `silence-cause/${found?.recheck.order.id}` });
    const cause = found?.recheck.findings.find(({ check }) => check === 'silence-cause');
    expect(cause?.heard.by).toContain('email:en');
    expect(found?.recheck.notices.map(({ channel }) => channel)).toContain('email:en');
  });

  it('what only stands in lists is told to nobody', () => {
    const listed = orders.flatMap(({ recheck }) => recheck.findings.filter(({ check }) => check === 'pick-start'));
    expect(listed.length).toBeGreaterThan(0);
    for (const { heard } of listed) expect(heard.silent).toEqual({ because: 'listed' });
  });
});
