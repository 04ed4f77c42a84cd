import type { FieldTrouble, LinkAction } from '../domain/action-link.ts';

type Action = Exclude<LinkAction, 'choose'>;

export interface Paragraphs {
  readonly title: string;
  readonly text: readonly string[];
}

/** The pages behind the links of a message. Names and times are in words and made plain. */
export interface DoorText {
  /** Of the browser's tab, and of the page about one finding. */
  readonly product: string;
  /** What a form asks, and what sending it does. */
  readonly ask: Readonly<Record<Action, Paragraphs>>;
  /** On the button that does it. */
  readonly send: Readonly<Record<Action, string>>;
  readonly choose: Paragraphs;
  readonly nothingYet: string;
  readonly by: string;
  readonly byHint: string;
  readonly scope: string;
  readonly scopes: {
    subject(name: string): string;
    carrier(name: string): string;
    lane(carrier: string, phase: 'transit' | 'collection'): string;
    shop(name: string): string;
  };
  readonly until: string;
  /** Lengths that can be picked, by their field's value. */
  readonly lengths: Readonly<Record<'4h' | '1d' | '3d' | '7d', string>>;
  /** A length and when it ends. */
  ends(length: string, at: string): string;
  at(zone: string): string;
  date(zone: string): string;
  readonly ticket: string;
  readonly ticketHint: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly wrong: Readonly<Record<FieldTrouble, string>>;
  /** What has been done, when, and by whom. */
  readonly done: {
    acknowledge(at: string, by: string): Paragraphs;
    snooze(what: string, until: string, at: string, by: string): Paragraphs;
    filed(ticket: string, at: string, by: string): Paragraphs;
    extended(until: string, at: string, by: string): Paragraphs;
    notAProblem(reason: string, at: string, by: string): Paragraphs;
  };
  /** Who did it, where nobody gave a name. */
  via(channel: string): string;
  readonly replayed: string;
  readonly refused: Paragraphs;
  readonly expired: Paragraphs;
  readonly over: Paragraphs;
  readonly notFound: Paragraphs;
  readonly wrongMethod: Paragraphs;
  readonly failed: Paragraphs;
  readonly otherLanguage: string;
  readonly close: string;
}
