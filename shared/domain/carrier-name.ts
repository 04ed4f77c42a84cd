/** `Yun Express` and `YUNEXPRESS` are one carrier. */
export function carrierKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
}
