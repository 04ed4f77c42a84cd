import type { ConnectedShop, ConsentTrouble } from '../domain/connection.ts';
import type { Paragraphs } from './door-text.ts';

/** The pages that a seller comes back to after TikTok's consent page, and what the command line says of it. */
export interface ConnectText {
  readonly noState: Paragraphs;
  readonly refused: Paragraphs;
  readonly expired: Paragraphs;
  readonly busy: Paragraphs;
  readonly noCode: Paragraphs;
  readonly declined: Paragraphs;
  trouble(trouble: ConsentTrouble): Paragraphs;
  /** `count`: shops that are watched now. */
  connected(count: number): Paragraphs;
  readonly replayed: string;
  /** What became of one shop. */
  readonly shop: Readonly<Record<Exclude<ConnectedShop['is'], 'unfit'>, string>>;
  unfit(fields: string): string;
}
