import type { LinkAction } from '../../shared/domain/action-link.ts';
import { linkLife, type ActionLink } from '../../shared/domain/action-link.ts';
import type { NoticeLine } from '../../shared/domain/notice.ts';
import { after } from '../../shared/domain/time.ts';
import type { DoorOutcome, DoorPorts } from '../../shared/jobs/door.ts';
import { frontDoor } from '../../shared/jobs/front-door.ts';
import { policy } from '../../shared/policies/registry.ts';
import { webhookAnswers } from '../../shared/channels/webhook-answers.ts';
import { FakeLedger } from './fake-ledger.ts';
import { FakeSellerVault } from './fake-seller-vault.ts';
import { FakeLinks } from './fake-links.ts';
import { FakeShops } from './fake-shops.ts';
import { openOrdersOf } from './open-orders-of.ts';
import type { SweepStory } from './a-sweep.ts';

/** The front door of a story: what its people see and do behind the links of their messages. */
export class Door {
  readonly links: FakeLinks;
  readonly ledger: FakeLedger;
  readonly vault = new FakeSellerVault();
  readonly ports: DoorPorts;
  readonly #story: SweepStory;
  #nonces = 0;

  constructor(story: SweepStory, ledger = new FakeLedger(story.plan)) {
    this.#story = story;
    this.links = new FakeLinks(story.clock, story.plan);
    this.ledger = ledger;
    this.ports = {
      shops: new FakeShops([story.shop], story.plan),
      openOrders: openOrdersOf(story.book, story.plan),
      watches: story.watches,
      acts: story.acts,
      deeds: story.deeds,
      ledger: this.ledger,
      cases: story.cases,
      answers: webhookAnswers({ vault: this.vault, clock: story.clock }),
      links: this.links,
      clock: story.clock,
      policy,
      nonce: () => `n${(this.#nonces += 1)}`,
    };
  }

  /** The path of the link that a line of a message carries. */
  pathFor(line: NoticeLine, action: LinkAction, changes: Partial<ActionLink> = {}): string {
    if (!line.handle) throw new Error('nobody can act on this line');
    const finding = { check: line.check, subject: line.subject, episode: line.handle.episode };
    const expiresAt = after(this.#story.clock.wallTime, linkLife);
    const link = { shop: this.#story.shop.id, finding, action, channel: 'email:en', expiresAt, ...changes };
    return `/act/${this.links.token(link)}`;
  }

  get(path: string, method = 'GET'): Promise<DoorOutcome> {
    const [bare = '', query = ''] = path.split('?');
    return frontDoor({ method, path: bare, query, headers: {}, body: new Uint8Array() }, this.ports);
  }

  /** Fills in the form that the path shows, and sends it. */
  async send(path: string, fields: Readonly<Record<string, string>> = {}): Promise<DoorOutcome> {
    const shown = await this.get(path);
    const proof = shown.is === 'form' ? shown.form.proof : '';
    return this.post(path, { proof, ...fields });
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<DoorOutcome> {
    const body = new TextEncoder().encode(new URLSearchParams(fields).toString());
    return frontDoor({ method: 'POST', path, query: '', headers: {}, body }, this.ports);
  }
}
