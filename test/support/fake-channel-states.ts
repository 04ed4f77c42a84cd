import type { DisabledChannel } from '../../shared/domain/channel-state.ts';
import type { ChannelStates } from '../../shared/ports/records.ts';
import { CrashPlan, underPlan } from './crash-plan.ts';

export class FakeChannelStates implements ChannelStates {
  readonly #states = new Map<string, DisabledChannel>();
  readonly #plan: CrashPlan;

  constructor(plan = new CrashPlan()) {
    this.#plan = plan;
  }

  list(shop: string): Promise<readonly DisabledChannel[]> {
    return underPlan(this.#plan, 'channelStates.list', () =>
      [...this.#states]
        .flatMap(([key, state]) => (key === `${shop}/${state.channel}` ? [state] : []))
        .toSorted((a, b) => (a.channel < b.channel ? -1 : 1)),
    );
  }

  disable(shop: string, state: DisabledChannel): Promise<void> {
    return underPlan(this.#plan, 'channelStates.disable', () => {
      this.#states.set(`${shop}/${state.channel}`, state);
    });
  }

  enable(shop: string, channel: string): Promise<void> {
    return underPlan(this.#plan, 'channelStates.enable', () => {
      this.#states.delete(`${shop}/${channel}`);
    });
  }
}
