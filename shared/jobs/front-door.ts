/** A request at the front door, as it came: nothing of it has been believed yet. */
export interface DoorRequest {
  /** In capitals. */
  readonly method: string;
  /** Begins with `/`; still encoded. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Exactly the bytes that were sent: signatures are over them. */
  readonly body: Uint8Array;
}

export interface DoorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
