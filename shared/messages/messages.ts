import type { CredentialKind, keyKinds } from '../domain/credential.ts';
import type { ResolvedBecause, TransitionKind } from '../domain/finding.ts';
import type { NoticeCounts, NoticeKind } from '../domain/notice.ts';
import type { Duration, Instant } from '../domain/time.ts';
import type { DeadlineSource, Severity, SubjectKind } from '../domain/verdict.ts';
import type { Viewpoint } from './moment.ts';
import type { ConnectText } from './connect-text.ts';
import type { DoorText } from './door-text.ts';
import type { RemedyTexts } from './remedy-texts.ts';
import type { ReportText } from './report-text.ts';
import type { StageId } from './stage-ids.ts';
import type { UnwatchedText } from './unwatched-text.ts';

export type RemedyId = 'supplement-tracking' | 'chase-carrier' | 'renew-credential' | 'correct-number' | 'appeal-pack';

/** What the sentences about one line may name: durations in words, outside text already made plain. */
export interface Told {
  /** How long the deadline (or, without one, the beginning of the condition) lies back. */
  readonly late: string;
  /** How long it is until the deadline. */
  readonly left: string;
  /** The deadline lies back: of a warning, one that the shop hears of beside another. */
  readonly isPast: boolean;
  /** How long the shop's own people can still act, where that is less; absent once they no longer can. */
  readonly ownLeft?: string;
  /** How long the trace has been silent. */
  readonly silence: string;
  /** How long the condition has lasted. */
  readonly age: string;
  readonly name: string;
  readonly owner?: string;
  /** How old the newest data is, and why, where the finding knows. */
  readonly lag?: string;
  readonly because?: string;
  /** A fact of the finding as it is: a count, a plain text. `?` where the finding does not know. */
  fact(name: string): string;
  /** A fact between 0 and 1 as a percentage. */
  share(name: string): string;
  /** A fact in milliseconds as a duration in words. */
  span(name: string): string;
  /** The instant in a fact: `2026-11-30 14:05 UTC`. */
  time(name: string): string;
  /** How long ago the instant in a fact is. */
  ago(name: string): string;
}

/** Who says so, and from when to when it holds (dates on the market's wall clock; left out = open). */
export interface RuleTold {
  readonly source: string;
  readonly trust: 'tiktok' | 'press' | 'unverified';
  readonly from?: string;
  readonly to?: string;
}

export interface StageText {
  /** A few words, the same for every finding of the stage: "Not confirmed in time". */
  readonly headline: string;
  /** How late, or how long still: the figure people sort by. */
  timing(told: Told): string;
  /** What happened, one sentence. */
  what(told: Told): string;
  /** What happens next if nobody acts. */
  readonly next: string;
  /** The first thing to do about `count` findings. */
  act(count: number): string;
  /** What an escalation into it is called, where it is not simply worse. */
  readonly changed?: string;
  /** Why it has ended, where that need not mean that somebody has mended it. */
  readonly over?: string;
}

/** Money that is lost if nobody acts. What is assumed stands beside it. */
export interface RiskText {
  readonly label: string;
  /** Of one order. */
  of(sum: string): string;
  /** Of all orders told of, and what they are worth where that is known; `atLeast`: some are not listed. */
  all(risk: string, worth: string | undefined, atLeast: boolean): string;
  fine(sum: string): string;
  readonly whole: string;
  share(share: string): string;
  /** Behind the assumption: whose penalty it is. */
  by(pack: string, clause: string): string;
  readonly note: string;
}

export interface NoticeText {
  readonly kind: Readonly<Record<NoticeKind, string>>;
  /** What this notice tells of, by severity. */
  title(live: Readonly<Record<Severity, number>>): string;
  /** Title above a flood, of which only the first lines are told. */
  flood(count: number): string;
  allSolved(count: number): string;
  readonly quiet: string;
  /** The shop's whole state beside what has changed. */
  openNow(live: Readonly<Record<Severity, number>>): string;
  /** The subject's ending: when the next line is crossed; without one everything listed is past its line. */
  nextShort(at: string): string;
  readonly actNow: string;
  readonly nextLine: string;
  remaining(left: string): string;
  readonly allCrossed: string;
  readonly doFirst: string;
  readonly why: string;
  /** `since`: earlier notices were held back. `unattended`: what this receiver waits for before it hears. */
  because(
    kind: NoticeKind,
    counts: NoticeCounts,
    late: { readonly since?: string; readonly unattended?: string },
  ): string;
  readonly ifNobodyActs: string;
  readonly whatToDo: string;
  readonly solved: string;
  readonly order: string;
  readonly parcel: string;
  readonly carrier: string;
  readonly deadline: string;
  /** How long until a deadline, or since. */
  ahead(left: string): string;
  ago(late: string): string;
  /** Label of the moment from which the shop's own people can no longer keep the deadline. */
  readonly lastCall: string;
  readonly rule: string;
  readonly since: string;
  readonly lastScan: string;
  readonly underWay: string;
  /** Orders that a line speaks for; `named` are the first of them. */
  readonly foldedOrders: string;
  folded(count: number, named: readonly string[]): string;
  readonly openOrder: string;
  /** Links to act by: to take a finding on, and to everything else that can be done about it. */
  readonly acknowledge: string;
  readonly handle: string;
  worth(sum: string, atLeast: boolean): string;
  readonly risk: RiskText;
  /** Lines that a channel leaves out; `attached`: they stand in the table that goes with it. */
  moreOfKind(count: number, attached: boolean): string;
  notListed(count: number): string;
  /** The last line of a message that was cut: findings it does not tell. */
  andMore(count: number): string;
  quarantined(count: number): string;
  inhibited(count: number, causes: readonly string[]): string;
  snoozed(count: number): string;
  attached(count: number): string;
  readonly clauseNote: string;
  readonly footer: string;
}

/** Headings of the attached table. Times stand in the shop's zone, named once in the heading. */
export interface TableText {
  readonly order: string;
  readonly parcel: string;
  readonly carrier: string;
  readonly number: string;
  readonly finding: string;
  readonly severity: string;
  readonly change: string;
  readonly timing: string;
  since(zone: string): string;
  deadline(zone: string): string;
  lastCall(zone: string): string;
  readonly source: string;
  lastScanAt(zone: string): string;
  readonly lastScan: string;
  readonly silence: string;
  readonly next: string;
  readonly amount: string;
  readonly currency: string;
  readonly risk: string;
  readonly riskCurrency: string;
  readonly assumption: string;
  readonly remedy: string;
  readonly link: string;
}

export interface Messages extends RemedyTexts {
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between two sentences. */
  readonly gap: string;
  readonly stages: Readonly<Record<StageId, StageText>>;
  /** For a stage that no longer exists: a retired check still has to say that its finding is closed. */
  retiredStage(check: string, stage: string): StageText;
  readonly severity: Readonly<Record<Severity, string>>;
  /** Of a finding that returns again and again. */
  readonly comesAndGoes: { readonly word: string; readonly note: string };
  readonly transition: Readonly<Record<TransitionKind, string>>;
  readonly resolvedBecause: Readonly<Record<ResolvedBecause, string>>;
  /** What is under way, by remedy. */
  readonly remedy: Readonly<Record<RemedyId, string>>;
  readonly otherRemedy: string;
  /** Credentials that are the same in every shop; keys and channels bear the names their people gave them. */
  readonly credential: Readonly<Record<Exclude<CredentialKind, (typeof keyKinds)[number] | 'channel'>, string>>;
  subjects(kind: SubjectKind, count: number): string;
  duration(length: Duration): string;
  /** Date and time in the reader's zone, then the market's where its clock differs; zones are named. */
  moment(at: Instant, from: Viewpoint): string;
  /** The time alone, with the day only where it is not today, in the reader's zone. */
  shortMoment(at: Instant, from: Viewpoint): string;
  /** `rule`: what is known of a clause; a clause that is no longer in its pack is named without it. */
  source(source: DeadlineSource, rule?: RuleTold): string;
  readonly notice: NoticeText;
  readonly table: TableText;
  readonly unwatched: UnwatchedText;
  readonly report: ReportText;
  readonly door: DoorText;
  readonly connect: ConnectText;
}
