// No original of the papers it quotes could be found, and TikTok's own pages say otherwise in places.
export const articleSource = {
  source: 'founding article on TikTok Shop fulfilment (figures of 2024 Q1)',
  confidence: 'unverified',
} as const;
