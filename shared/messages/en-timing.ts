import type { Told } from './messages.ts';

export function late(told: Told): string {
  return `${told.late} late`;
}

export function left(told: Told): string {
  return told.isPast ? late(told) : `${told.left} left`;
}

/** Own closing hours are told of where they leave less time than the line. */
export function inTime(told: Told): string {
  return told.ownLeft === undefined ? '' : ` By your own hours ${told.ownLeft} remain.`;
}

export function silent(told: Told): string {
  return `silent for ${told.silence}`;
}
