/** A parcel as it stands in a ticket text. */
export interface TicketLine {
  readonly order: string;
  readonly parcel?: string;
  readonly carrier: string;
  readonly number: string;
  readonly lastScan: string;
  readonly silence: string;
  /** The first scan that the carrier has and TikTok lacks. */
  readonly proof?: string;
}

export interface SupplementText {
  readonly unknownCarrier: string;
  /** Proven: the carrier's own trace has been compared. */
  subject(carrier: string, count: number, isProven: boolean): string;
  title(carrier: string, count: number): string;
  readonly why: string;
  readonly notCompared: string;
  readonly compared: string;
  readonly checkFirst: string;
  readonly steps: readonly string[];
  /** Where the carrier's own trace has been compared. */
  readonly provenSteps: readonly string[];
  readonly proof: string;
  readonly category: string;
  /** Said of the path when TikTok's help pages name it for this market, or do not. */
  documented(market: string): string;
  notDocumented(market: string): string;
  readonly alternative: string;
  readonly sevenDays: string;
  readonly ticketText: string;
  readonly ticketLanguage: string;
  ticket(shop: string, lines: readonly TicketLine[], more: number): string;
  readonly parcels: string;
  silent(silence: string): string;
  longest(silence: string): string;
  notShown(count: number): string;
  readonly noNumber: string;
  readonly noScan: string;
}
