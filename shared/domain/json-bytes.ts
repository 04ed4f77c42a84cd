const encoder = new TextEncoder();

/** How long a value is as JSON on the wire, in bytes of UTF-8. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
