import { expect, it } from 'vitest';
import { freeDaysBetween } from '../../shared/policies/free-days.ts';
import { at } from '../support/moments.ts';

it.each([
  ['from Monday to Thursday', '2026-01-12T09:00:00Z', '2026-01-15T09:00:00Z', 'GB', 'LOCAL', 0],
  ['over a weekend', '2026-01-16T09:00:00Z', '2026-01-19T09:00:00Z', 'GB', 'LOCAL', 2],
  ['the day of the last scan itself is none', '2026-01-17T09:00:00Z', '2026-01-19T09:00:00Z', 'GB', 'LOCAL', 1],
  ['up to a Saturday', '2026-01-15T09:00:00Z', '2026-01-17T09:00:00Z', 'GB', 'LOCAL', 1],
  ['Good Friday to Easter Monday', '2026-04-02T09:00:00Z', '2026-04-07T09:00:00Z', 'GB', 'LOCAL', 4],
  ['Spring Festival, domestic', '2026-02-16T09:00:00Z', '2026-02-19T09:00:00Z', 'GB', 'LOCAL', 0],
  ['Spring Festival, from China', '2026-02-16T09:00:00Z', '2026-02-19T09:00:00Z', 'GB', 'CROSS_BORDER', 2],
  ['Saturday has begun in Bangkok only', '2026-01-15T09:00:00Z', '2026-01-16T18:00:00Z', 'TH', 'LOCAL', 1],
  ['a scan from the future', '2026-01-20T09:00:00Z', '2026-01-15T09:00:00Z', 'GB', 'LOCAL', 0],
] as const)('%s', (_, from, to, market, sellerType, expected) => {
  expect(freeDaysBetween(at(from), at(to), { market, sellerType })).toBe(expected);
});
