/** A parcel as it stands in a letter to its carrier. */
export interface ChasedLine {
  readonly number: string;
  readonly lastScan: string;
  readonly silence: string;
}

/** A carrier is asked about parcels that it carries and no longer scans. */
export interface ChaseText {
  subject(carrier: string, count: number): string;
  title(carrier: string, count: number): string;
  /** To the carrier's own people. */
  asks(shop: string): string;
  readonly answer: string;
  readonly questionsHeading: string;
  readonly questions: readonly string[];
  /** To operations, where the shop names nobody at the carrier. */
  noContact(carrier: string, count: number): string;
  readonly stepsHeading: string;
  steps(carrier: string): readonly string[];
  readonly letterHeading: string;
  letter(shop: string, lines: readonly ChasedLine[], more: number): string;
  readonly parcels: string;
  longest(silence: string): string;
  notShown(count: number): string;
  footer(shop: string): string;
}
