/** The commonest slip, answered: TikTok and ISO 3166 call the United Kingdom GB. Empty for everything else. */
export function marketHint(text: string): string {
  return /^uk$/i.test(text) ? 'The United Kingdom is GB. ' : '';
}
