/** Shapes by the Universal Postal Union's addressing sheets (2025) for the markets of TikTok Shop. */
const fiveDigits = /^\d{5}$/;
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ['GB', /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i],
  ['IE', /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i],
  ['US', /^\d{5}(-?\d{4})?$/],
  ['DE', fiveDigits],
  ['FR', fiveDigits],
  ['ES', fiveDigits],
  ['IT', fiveDigits],
  ['MX', fiveDigits],
  ['TH', fiveDigits],
  ['MY', fiveDigits],
  ['ID', fiveDigits],
  ['VN', /^\d{5,6}$/],
  ['PH', /^\d{4}$/],
  ['SG', /^\d{6}$/],
  ['JP', /^\d{3}-?\d{4}$/],
  ['BR', /^\d{5}-?\d{3}$/],
]);

type PostcodeFlag = 'ok' | 'odd' | 'masked';

/** Judges a postcode by its country's shape; where the shape is unknown any text will do. None given: no flag. */
export function postcodeFlag(region: string | undefined, postcode: string | undefined): PostcodeFlag | undefined {
  if (postcode === undefined) return undefined;
  if (postcode.includes('*')) return 'masked';
  const shape = shapes.get(region?.toUpperCase() ?? '');
  return shape === undefined || shape.test(postcode) ? 'ok' : 'odd';
}
