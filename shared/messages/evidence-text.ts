import type { ToldMilestone } from '../domain/milestone.ts';

/** The evidence that goes with a request: one page an order, for people who were not there. */
export interface EvidenceText {
  readonly title: string;
  /** Where no second source has been asked: nothing is shown to be missing. */
  readonly titleUncompared: string;
  readonly made: string;
  readonly order: string;
  readonly parcel: string;
  readonly carrier: string;
  readonly clock: string;
  readonly silent: string;
  readonly lag: string;
  /** TikTok's newest scan and the carrier's. */
  lagOf(lag: string): string;
  readonly firstMissing: string;
  readonly noneMissing: string;
  readonly ticketPath: string;
  readonly tracesHeading: string;
  time(zone: string): string;
  readonly tiktok: string;
  source(name: string): string;
  readonly noSource: string;
  readonly missing: string;
  /** Scans in the middle that have no room on the page. */
  leftOut(count: number): string;
  shifted(minutes: number): string;
  /** Where times could not be laid beside TikTok's. */
  readonly notAligned: string;
  readonly sourcesHeading: string;
  tiktokRead(at: string): string;
  secondRead(name: string, at: string): string;
  readonly hash: string;
  readonly howHashed: string;
  readonly nothingEstimated: string;
  readonly milestones: Readonly<Record<ToldMilestone, string>>;
}
