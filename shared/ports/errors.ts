/** Their fault and passing (429, 5xx, timeouts, truncated answers): stop, keep the cursor, resume next sweep. */
export class Transient extends Error {
  override readonly name = 'Transient';
}

/** Refused for a reason that a person must mend (token, scope, address, sender). Never retried blindly. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  /**
   * `credential`: token, key, scope or address is at fault, so nothing gets through there until a person acts.
   * `request`: this one request is.
   */
  readonly about: 'credential' | 'request';
  constructor(message: string, about: 'credential' | 'request' = 'request') {
    super(message);
    this.about = about;
  }
}
