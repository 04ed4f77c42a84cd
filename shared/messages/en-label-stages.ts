import { late } from './en-timing.ts';
import { plural, these } from './en-words.ts';
import type { StageText, Told } from './messages.ts';
import type { labelStageIds } from './stage-ids.ts';

/** By the fact `what` of the finding. */
function unfitAddress(told: Told): string {
  switch (told.fact('what')) {
    case 'postcode':
      return "The postcode does not have the destination's format.";
    case 'both':
      return "The address is not in Latin letters, and the postcode does not have the destination's format.";
    default:
      return 'The address is not in Latin letters.';
  }
}

function open(told: Told): string {
  return `open for ${told.age}`;
}

function ordered(told: Told): string {
  return `ordered ${told.age} ago`;
}

function confirmed(told: Told): string {
  return `confirmed ${told.age} ago`;
}

function noQrLabel(): string {
  return "Nobody has written down that TikTok's QR label is on the outer box.";
}

const refused = 'A parcel without it may be refused at the sorting centre, which charges for its storage.';

function stickQrLabel(n: number): string {
  return `Stick the QR label on ${these(n, 'parcel')} (front, lower right, at least 5 × 5 cm) and attest that it is attached.`;
}

export const enLabelStages: Readonly<Record<(typeof labelStageIds)[number], StageText>> = {
  'label-not-platform': {
    headline: 'Label not from TikTok or your ERP',
    timing: open,
    what: () => 'Your people wrote down that its label came neither from TikTok nor from an ERP through the API.',
    next: 'TikTok may judge it a fake shipment, even once it is delivered.',
    act: (n) =>
      `Void the ${plural(n, 'label', 'labels')} of ${these(n, 'order')} and print anew in Seller Center or your ERP; stop a parcel that has left.`,
  },
  'carrier-not-approved': {
    headline: 'Carrier not on your approved list',
    timing: confirmed,
    what: (told) => `It is booked with ${told.fact('carrier')}, which is not among the carriers your shop may use.`,
    next: 'Its scans may never reach TikTok, and the order can count as a fake shipment.',
    act: (n) =>
      `Change the carrier of ${these(n, 'order')} before hand-over; if it is allowed, add it to “approvedCarriers”.`,
  },
  'address-not-latin': {
    headline: 'Address or postcode unfit for the label',
    timing: ordered,
    what: unfitAddress,
    next: 'The label may be refused, or the parcel comes back as undeliverable.',
    act: (n) =>
      `Ask the ${plural(n, 'buyer', 'buyers')} of ${these(n, 'order')} for the address in English, and correct it before you print the ${plural(n, 'label', 'labels')}.`,
    over: 'corrected, or the parcel has left',
  },
  'battery-flag-missing': {
    headline: 'Looks like a battery, not declared',
    timing: ordered,
    what: () => "The product's name speaks of a battery, but it is not marked as dangerous goods.",
    next: 'An undeclared battery may be stopped by the airline or fail customs clearance.',
    act: (n) =>
      `Tick “contains battery” for ${these(n, 'order')} before you print the ${plural(n, 'label', 'labels')}; where there is none inside, attest “battery, none”.`,
    over: 'corrected, or the parcel has left',
  },
  'declared-name-mismatch': {
    headline: 'Declared name does not fit the goods',
    timing: open,
    what: () => 'Your people wrote down that customs are told of other goods than those inside.',
    next: 'Customs may return the parcel, and the shop can lose credit.',
    act: (n) => `Correct the declaration of ${these(n, 'order')} before hand-over, then attest that it matches.`,
    over: 'corrected, or the parcel has left',
  },
  'eu-qr-label-open': {
    headline: 'QR label still to be attested',
    timing: confirmed,
    what: noQrLabel,
    next: refused,
    act: stickQrLabel,
  },
  'eu-qr-label-due-soon': {
    headline: 'Pick-up near, QR label not attested',
    timing: confirmed,
    what: noQrLabel,
    next: refused,
    act: stickQrLabel,
  },
  'eu-qr-label-missing': {
    headline: 'Handed over without an attested QR label',
    timing: (told) => `gone for ${told.age}`,
    what: () => "It has left, and nobody wrote down that TikTok's QR label is on the outer box.",
    next: refused,
    act: (n) =>
      `Ask whoever packed ${these(n, 'order')}: if the label is on the box, attest it; else have the carrier stop the ${plural(n, 'parcel', 'parcels')} before the border.`,
  },
  'pick-start-slow': {
    headline: 'Picking not begun',
    timing: late,
    what: () => 'It is confirmed, and nobody has written down that picking has begun.',
    next: 'Nothing is charged for it, but every hour is lost for the pick-up.',
    act: (n) => `Begin to pick ${these(n, 'order')}; where that has happened, attest when.`,
  },
};
