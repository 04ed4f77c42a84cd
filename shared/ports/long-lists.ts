import type { NoticeLine } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';

/** Lines of notices that are too many for a message; kept for 30 days, so that a late delivery still finds them. */
export interface LongLists {
  /** In place of what was there: a run that is handed over again writes the same. */
  put(shop: string, id: string, lines: readonly NoticeLine[], wall: Instant): Promise<void>;
  /** Undefined: it is too old. */
  find(shop: string, id: string): Promise<readonly NoticeLine[] | undefined>;
}
