/** Stages of the clocks every order runs under, and of the credentials and feeds behind them. */
const coreStageIds = [
  'confirm-due-soon',
  'confirm-overdue',
  'pickup-due-soon',
  'pickup-overdue',
  'trace-gap-48',
  'tracking-stale',
  'delivery-due-soon',
  'delivery-overdue',
  'delivery-late-counted',
  'credential-expiring-30',
  'credential-expiring-14',
  'credential-expiring-7',
  'credential-expiring-1',
  'token-refresh-failing',
  'credential-expired',
  'authorization-withdrawn',
  'channel-closed',
  'feed-refused',
  'feed-silent',
  'traces-refused',
] as const;

/** Stages of the further clocks and states of an order. */
export const orderStageIds = [
  'first-feedback-overdue',
  'sea-cutoff-soon',
  'sea-cutoff-passed',
  'fast-dispatch-soon',
  'auto-cancel-ship-soon',
  'auto-cancel-collect-soon',
  'auto-cancel-deliver-soon',
  'number-edit-window',
  'tracking-id-abnormal',
  'tracking-supplement-pending',
  'remedy-overdue',
  'remedy-failed',
  'claim-eligible',
  'cancel-request-due',
] as const;

/** Stages of what is packed, labelled and declared. */
export const labelStageIds = [
  'label-not-platform',
  'carrier-not-approved',
  'address-not-latin',
  'battery-flag-missing',
  'declared-name-mismatch',
  'eu-qr-label-open',
  'eu-qr-label-due-soon',
  'eu-qr-label-missing',
  'pick-start-slow',
] as const;

/** Stages of the shop's rates, scores and of the watch itself. */
export const shopStageIds = [
  'confirm-rate-budget',
  'confirm-late-rate',
  'late-rate-budget',
  'kpi-one-week-miss',
  'kpi-two-week-miss',
  'lts-forecast-below-75',
  'lts-below-75',
  'trace-completeness-low',
  'pickup-slow-lane',
  'policy-drift',
  'order-sync-lag',
  'monitor-heartbeat-missed',
] as const;

/** Stages of why parcels are silent, and of those who are asked. */
export const causeStageIds = [
  'carrier-check-needed',
  'not-picked-up',
  'carrier-stalled',
  'api-sync-failure',
  'milestone-missing',
  'customs-hold',
  'delivery-trouble',
  'delivery-exception',
  'last-mile-unfollowed',
  'many-parcels-one-cause',
  'parcels-dark',
  'credential-refused',
  'second-source-silent',
] as const;

/** Every stage a check can fire in. A language without a text for one of them does not compile. */
export const stageIds = [
  ...coreStageIds,
  ...orderStageIds,
  ...labelStageIds,
  ...shopStageIds,
  ...causeStageIds,
] as const;
export type StageId = (typeof stageIds)[number];
