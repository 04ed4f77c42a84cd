import type { RemediationRequest } from '../../shared/domain/remediation.ts';
import { remediate, type RemediatePorts } from '../../shared/jobs/remediate.ts';
import type { SweepStory } from './a-sweep.ts';
import { FakeCorrections } from './fake-corrections.ts';
import { FakeForwarder } from './fake-forwarder.ts';
import { FakeLinks } from './fake-links.ts';
import { FakeLedger } from './fake-ledger.ts';
import { FakeMailer } from './fake-mailer.ts';
import { FakeShops } from './fake-shops.ts';
import { openOrdersOf } from './open-orders-of.ts';

/** What a story's sweeps ask for, carried out by the real job on the story's own table. */
export class RemedyDesk {
  readonly mailer: FakeMailer;
  readonly forwarder: FakeForwarder;
  readonly corrections: FakeCorrections;
  readonly ledger: FakeLedger;
  readonly #story: SweepStory;
  #done = 0;

  constructor(story: SweepStory) {
    this.#story = story;
    this.mailer = new FakeMailer(story.plan);
    this.forwarder = new FakeForwarder(story.plan);
    this.corrections = new FakeCorrections(story.plan);
    this.ledger = new FakeLedger(story.plan);
    story.leaveCasesToDesk();
  }

  get ports(): RemediatePorts {
    const { watches, secondTraces, acts, cases, clock, book, shop, plan } = this.#story;
    const { ledger, mailer, forwarder, corrections } = this;
    const links = new FakeLinks(clock, plan);
    const open = { links, watches, secondTraces, acts, cases, clock, ledger, mailer, forwarder };
    return {
      ...open,
      shops: new FakeShops([shop], plan),
      openOrders: openOrdersOf(book, plan),
      corrections: () => corrections,
    };
  }

  /** Everything asked for since the last time; answers what became of each request. */
  async carryOut(): Promise<readonly string[]> {
    const asked = this.#story.outbox.remediations.slice(this.#done);
    this.#done += asked.length;
    const outcomes: string[] = [];
    for (const request of asked) outcomes.push(`${request.remedy} ${(await this.act(request)).is}`);
    return outcomes;
  }

  act(request: RemediationRequest) {
    return remediate(request, this.ports);
  }

  /** The story's cases as `remedy state`. */
  get cases(): readonly string[] {
    return this.#story.cases.peek(this.#story.shop.id).map(({ remedy, end }) => `${remedy} ${end?.is ?? 'open'}`);
  }
}
