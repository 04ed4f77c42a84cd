import type { Logger } from '@aws-lambda-powertools/logger';
import { seconds } from '../../shared/domain/time.ts';

const patience = seconds(5);

/** Word to an outside dead-man's switch, which rings when it hears nothing; answers whether it was taken. */
export function heartbeatTo(url: string, log: Logger): () => Promise<boolean> {
  return async () => {
    try {
      const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(patience) });
      if (!ok) log.warn('Heartbeat not taken', { status });
      return ok;
    } catch (error) {
      // Recovery is the switch's own alarm: the round has started all the same and must not be repeated for this.
      log.warn('Heartbeat not delivered', { because: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  };
}
