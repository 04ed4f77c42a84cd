import type { Instant } from '../domain/time.ts';

/** TikTok said that something of a shop has changed: a reason to look sooner, and never the news itself. */
export interface Hint {
  readonly shop: string;
  /** When the newest of them came; wall clock. */
  readonly at: Instant;
}

export interface Hints {
  /** However many come before somebody looks, they are one. */
  note(hint: Hint): Promise<void>;
  /** Those that nobody has followed. */
  list(): Promise<readonly Hint[]>;
  /** When the newest came, followed or not; kept for thirty days. */
  lastAt(shop: string): Promise<Instant | undefined>;
  /** Notes that TikTok says, as of `at` (its own clock), that the seller took the authorization away. The newest stays. */
  noteDeauthorization(hint: Hint): Promise<void>;
  /** When TikTok last said so; whether it is true only TikTok's answers to the shop's own calls tell. */
  deauthorizedAt(shop: string): Promise<Instant | undefined>;
  /** Notes that it was followed; one that has come since is another. */
  markFollowed(hint: Hint): Promise<void>;
  /** Whether this notification of this app has been taken before. */
  wasHeard(app: string, id: string): Promise<boolean>;
  /** Remembers it for as long as TikTok repeats what it takes for lost. */
  markHeard(app: string, id: string): Promise<void>;
}
