import type { Dice } from './random.ts';

/** A shipping provider as orders name it, and the shape of its numbers: `#` a digit, `@` a capital letter. */
export interface Carrier {
  readonly id: string;
  readonly name: string;
  readonly shape: string;
}

/** Carriers of the first leg out of China. */
export const lineHaulCarriers: readonly Carrier[] = [
  { id: '7117858858072016801', name: 'YunExpress', shape: 'YT################' },
  { id: '7117858858072016802', name: 'Yanwen', shape: 'UPU:UF:YP' },
  { id: '7117858858072016803', name: '4PX', shape: '4PX#############CN' },
];

export const localCarriers: Readonly<Record<string, readonly Carrier[]>> = {
  GB: [
    { id: '7117858858072016901', name: 'Evri', shape: 'H0#@@@##########' },
    { id: '7117858858072016902', name: 'Royal Mail', shape: 'UPU:RN:GB' },
  ],
  US: [
    { id: '7117858858072016911', name: 'GOFO', shape: 'GFUS##############' },
    { id: '7117858858072016912', name: 'OnTrac', shape: 'C##############' },
  ],
  DE: [
    { id: '7117858858072016921', name: 'GLS', shape: '############' },
    { id: '7117858858072016922', name: 'DPD', shape: '##############' },
  ],
  FR: [{ id: '7117858858072016931', name: 'Colissimo', shape: 'UPU:LA:FR' }],
  ES: [{ id: '7117858858072016932', name: 'Correos Express', shape: '################' }],
  IT: [{ id: '7117858858072016933', name: 'GLS IT', shape: '@@#########' }],
  IE: [{ id: '7117858858072016934', name: 'An Post', shape: 'UPU:CE:IE' }],
  TH: [
    { id: '7117858858072016941', name: 'J&T Express TH', shape: '############' },
    { id: '7117858858072016942', name: 'Flash Express', shape: 'TH##############' },
  ],
  MY: [
    { id: '7117858858072016951', name: 'J&T Express MY', shape: '############' },
    { id: '7117858858072016952', name: 'Ninja Van MY', shape: 'NVMY##########' },
  ],
  SG: [{ id: '7117858858072016953', name: 'Ninja Van SG', shape: 'NVSG##########' }],
  PH: [{ id: '7117858858072016954', name: 'J&T Express PH', shape: '############' }],
  VN: [{ id: '7117858858072016955', name: 'J&T Express VN', shape: '############' }],
  ID: [{ id: '7117858858072016956', name: 'J&T Express ID', shape: 'JX##########' }],
  MX: [{ id: '7117858858072016957', name: 'J&T Express MX', shape: '############' }],
  BR: [{ id: '7117858858072016958', name: 'Correios', shape: 'UPU:NX:BR' }],
  JP: [{ id: '7117858858072016959', name: 'Sagawa', shape: '############' }],
};

/** UPU S10: eight digits and a check digit (weights 8 6 4 2 3 5 9 7, modulo 11; 10 becomes 0, 11 becomes 5). */
function postalNumber(dice: Dice, service: string, country: string): string {
  const digits = [8, 6, 4, 2, 3, 5, 9, 7].map((weight) => ({ weight, digit: dice.between(0, 9) }));
  const check = 11 - (digits.reduce((sum, { weight, digit }) => sum + weight * digit, 0) % 11);
  const last = check === 10 ? 0 : check === 11 ? 5 : check;
  return `${service}${digits.map(({ digit }) => digit).join('')}${last}${country}`;
}

export function trackingNumber(carrier: Carrier, dice: Dice): string {
  const [kind, service, country] = carrier.shape.split(':');
  if (kind === 'UPU' && service !== undefined && country !== undefined) return postalNumber(dice, service, country);
  return fillShape(carrier.shape, dice);
}

const letters = Array.from('ABCDEFGHJKLMNPRSTUWYZ');

/** Fills `#` with digits and `@` with letters, leaving the rest. */
export function fillShape(shape: string, dice: Dice): string {
  return shape.replaceAll(/[#@]/g, (place) => (place === '#' ? String(dice.between(0, 9)) : dice.pick(letters)));
}
