import type { Told } from './messages.ts';

export function late(told: Told): string {
  return `已超时 ${told.late}`;
}

export function left(told: Told): string {
  return told.isPast ? late(told) : `剩余 ${told.left}`;
}

/** Own closing hours are told of where they leave less time than the line. */
export function inTime(told: Told): string {
  return told.ownLeft === undefined ? '' : `按本店作息只剩 ${told.ownLeft}。`;
}

export function silent(told: Told): string {
  return `已停滞 ${told.silence}`;
}
