/** Documented codes (Common errors, 2025-12), and three of the auth host known from public SDK code only. */
export const codes = {
  tokenNotForShop: 101000,
  tokenInvalid: 105001,
  tokenExpired: 105002,
  scopeMissing: 105005,
  signWrong: 106001,
  cipherMissing: 106013,
  permissionDenied: 10006402,
  numberCharacters: 21004012,
  otherSeller: 21008111,
  notSellerShipped: 21011004,
  notShipped: 21011043,
  changeForbidden: 21011049,
  changeOver: 21011050,
  changeUsedUp: 21011051,
  tooManyRequests: 36009002,
  internal: 36009003,
  badRequest: 36009004,
  unknownPath: 36009009,
  methodNotAllowed: 36009010,
  unknownVersion: 36009014,
  contentType: 36009022,
  badAuthCode: 36004004,
  badGrant: 98001004,
  usedAuthCode: 98001005,
  badRefreshToken: 98001006,
} as const;
export type Code = (typeof codes)[keyof typeof codes];

/** The platform says no: becomes an error envelope. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: Code;
  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

/** `200`: every error in a 200 answer. `4xx`: with a telling status. The documents leave it open. */
export type ErrorStyle = '200' | '4xx';

/** 429 is documented, and 401 for a missing scope; those hold in either style. */
export function httpStatusOf(code: Code, style: ErrorStyle): number {
  if (code === codes.tooManyRequests) return 429;
  if (code === codes.scopeMissing) return 401;
  if (style === '200') return 200;
  switch (code) {
    case codes.internal:
      return 500;
    case codes.unknownPath:
    case codes.unknownVersion:
      return 404;
    case codes.methodNotAllowed:
      return 405;
    case codes.contentType:
      return 415;
    case codes.tokenNotForShop:
    case codes.permissionDenied:
    case codes.otherSeller:
      return 403;
    case codes.tokenInvalid:
    case codes.tokenExpired:
    case codes.signWrong:
    case codes.badRefreshToken:
      return 401;
    default:
      return 400;
  }
}
