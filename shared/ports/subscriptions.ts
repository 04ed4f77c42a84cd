import type { Registration } from '../domain/subscription.ts';

/** What one shop has TikTok post, and where to. Throws Transient or Rejected. */
export interface Subscriptions {
  list(): Promise<readonly Registration[]>;
  /** Takes the place of the event's earlier address. */
  set(registration: Registration): Promise<void>;
  /** Repeatable: what is not registered is removed already. */
  remove(event: string): Promise<void>;
}
