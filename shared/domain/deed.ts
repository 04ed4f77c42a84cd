import type { Instant } from './time.ts';

/** What people can vouch for where TikTok's data cannot tell; a shop names what its people keep track of. */
export const attestations = ['qr-label', 'declared-name', 'label', 'battery', 'pick-start'] as const;
export type Attestation = (typeof attestations)[number];

/** What the shop's people wrote down about one order. What nobody wrote down is left out. */
export interface Deeds {
  /** The buyer agreed to wait until then. */
  readonly extendedUntil?: Instant;
  /** The official QR label is on the outer box. */
  readonly qrLabel?: 'attached';
  /** Whether the name declared to customs fits the goods. */
  readonly declaredName?: 'matches' | 'differs';
  /** Who issued the label on the parcel: TikTok's back office or an ERP through its API, or anybody else. */
  readonly label?: 'platform' | 'other';
  /** Whether the shipment is declared to hold batteries, or was found to hold none. */
  readonly battery?: 'declared' | 'none';
  readonly pickStartedAt?: Instant;
}

export const noDeeds: Deeds = {};

export type DeedKind = keyof Deeds;

/** One thing that somebody wrote down about an order: what, when, and who says so. */
export type Deed = {
  readonly [Kind in DeedKind]-?: {
    readonly order: string;
    readonly kind: Kind;
    readonly value: Required<Deeds>[Kind];
    readonly at: Instant;
    readonly by: string;
  };
}[DeedKind];
