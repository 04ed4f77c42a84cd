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
  /** What comes after a ticket: TikTok has to show something, or only an answer can be had. */
  readonly afterTicket: { readonly shown: string; readonly answered: string };
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
  /** What has been done, and what follows. */
  readonly done: {
    acknowledge(): Paragraphs;
    snooze(what: string, until: string): Paragraphs;
    filed(ticket: string, next: string): Paragraphs;
    extended(until: string): Paragraphs;
    notAProblem(reason: string): Paragraphs;
  };
  byline(by: string, at: string): string;
  /** Who did it, where nobody gave a name: by which kind of message, and which of them. */
  via(kind: string, name: string): string;
  /** Above what was done by another link. */
  readonly earlier: string;
  readonly replayed: string;
  readonly refused: Paragraphs;
  readonly expired: Paragraphs;
  readonly over: Paragraphs;
  readonly notFound: Paragraphs;
  readonly wrongMethod: Paragraphs;
  readonly tooLong: Paragraphs;
  readonly failed: Paragraphs;
  readonly otherLanguage: string;
  readonly close: string;
}
