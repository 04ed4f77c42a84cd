import type { CredentialKind } from '../domain/credential.ts';
import type { EvidenceText } from './evidence-text.ts';
import type { NumberFormat, Slip } from '../domain/number-proposal.ts';
import type { SupplementText } from './supplement-text.ts';

/** What mails of remedies say, by remedy. */
export interface RemedyTexts {
  readonly supplement: SupplementText;
  readonly chase: ChaseText;
  readonly renewal: RenewalText;
  readonly correction: CorrectionText;
  readonly evidence: EvidenceText;
  readonly appeal: AppealText;
}

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

export type RenewableKind = Exclude<CredentialKind, 'channel'>;

/** A person has to renew a key or an authorization. `id` is the shop's own name for a key. */
export interface RenewalText {
  subject(name: string): string;
  title(name: string): string;
  /** How it stands, as a figure and as a sentence. */
  left(left: string): string;
  expired(late: string): string;
  refused(age: string): string;
  /** What goes dark without it. */
  readonly dark: Readonly<Record<RenewableKind, string>>;
  darkNow(orders: number): string;
  forOwner(owner: string): string;
  readonly noOwner: string;
  readonly stepsHeading: string;
  steps(kind: RenewableKind, id: string): readonly string[];
  readonly closes: string;
  readonly rows: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<RenewableKind, string>>;
  readonly owner: string;
  readonly expires: string;
  readonly orders: string;
}

/** Numbers that cannot be followed, and what was meant where that can be told. */
export interface CorrectionText {
  subject(count: number): string;
  title(count: number): string;
  readonly why: string;
  /** TikTok's rule for the market: within hours of shipment, or without such a limit. */
  readonly rule: Readonly<Record<'within-72-hours' | 'once', string>>;
  /** Who enters what is proposed: nobody until a person does, or Tidewatch. */
  readonly byHand: string;
  readonly byItself: string;
  readonly stepsHeading: string;
  readonly steps: readonly string[];
  readonly rows: string;
  notShown(count: number): string;
  readonly given: string;
  readonly proposed: string;
  readonly because: string;
  /** What was mended, and what the number has become. */
  mended(slips: readonly Slip[], format: NumberFormat): string;
  readonly askPacker: string;
  /** TikTok's own label: nobody can change its number. */
  readonly notOurs: string;
  readonly done: string;
  /** What became of entering the proposed number. */
  readonly outcome: Readonly<
    Record<'changed' | 'already' | 'window-over' | 'used-up' | 'platform-label' | 'refused', string>
  >;
  readonly window: string;
  windowLeft(left: string): string;
  readonly windowOver: string;
  readonly windowUnknown: string;
}

/** What an appeal against a late order needs. */
export interface AppealText {
  subject(count: number): string;
  title(count: number): string;
  readonly why: string;
  readonly window: string;
  readonly attached: string;
  readonly stepsHeading: string;
  readonly steps: readonly string[];
  readonly rows: string;
  notShown(count: number): string;
  /** The ground that the data speak for. */
  readonly likely: string;
  readonly noHint: string;
  readonly carrierTrace: string;
  readonly present: string;
  readonly absent: string;
  readonly appealBy: string;
  left(left: string): string;
  readonly over: string;
  readonly scenario: Readonly<
    Record<
      'force-majeure' | 'late-scan' | 'platform-fault' | 'buyer' | 'logistics',
      { readonly name: string; readonly documents: readonly string[] }
    >
  >;
}
