import type { Life, Scan, TraceStage } from '../life.ts';
import type { Market } from '../markets.ts';
import { diceAt, seedFrom } from '../random.ts';

type Language = 'en' | 'zh' | 'th';
type Wording = Readonly<Record<'en', readonly string[]>> & { readonly [language in Language]?: readonly string[] };

/** Own wording in the manner of carriers; {origin} and {city} are filled in. Some end in a line break, as real ones do. */
const wordings: Readonly<Record<TraceStage, Wording>> = {
  placed: { en: ['Your order has been placed.'] },
  'label-created': {
    en: ['The seller is preparing your package.', 'Shipment information received; waiting for the parcel'],
    zh: ['卖家已发货，等待揽收'],
  },
  'picked-up': {
    en: ['Your package has been collected by the carrier.', 'Parcel picked up from the sender, {origin}'],
    zh: ['【{origin}】快件已揽收'],
    th: ['เข้ารับพัสดุเรียบร้อยแล้ว'],
  },
  'origin-facility': {
    en: ['Arrived at the sorting centre in {origin}', 'Processed at {origin} facility\n'],
    zh: ['快件到达【{origin}】分拨中心', '【{origin}】仓库已收货'],
    th: ['พัสดุถึงศูนย์คัดแยกต้นทาง'],
  },
  'departed-facility': {
    en: ['Departed from {origin} facility', 'Left the sorting centre, in transit'],
    zh: ['快件离开【{origin}】，已发往下一站'],
    th: ['พัสดุออกจากศูนย์คัดแยกแล้ว'],
  },
  'export-customs': { en: ['Export declaration submitted', 'Cleared export customs'], zh: ['出口报关完成'] },
  'departed-country': {
    en: ['Flight departed from {origin}', 'Handed over to the airline'],
    zh: ['航班已起飞', '已交航空公司'],
  },
  'arrived-country': { en: ['Arrived in the destination country', 'Flight landed'], zh: ['航班已抵达目的国'] },
  'import-customs': { en: ['Presented to customs', 'Import clearance in progress'], zh: ['目的国清关中'] },
  'customs-held': {
    en: ['Held by customs for inspection', 'Clearance delayed: customs asks for further documents'],
    zh: ['海关查验，等待放行'],
  },
  'customs-cleared': { en: ['Import customs clearance completed', 'Released by customs'], zh: ['清关完成'] },
  'destination-facility': {
    en: ['Arrived at the depot in {city}', 'Received at {city} delivery centre'],
    th: ['พัสดุถึงศูนย์กระจายสินค้าปลายทาง'],
  },
  'handed-to-last-mile': {
    en: ['Handed over to the local delivery partner', 'Transferred to the local carrier, {city}'],
  },
  'out-for-delivery': { en: ['Out for delivery', 'With the courier for delivery today'], th: ['พัสดุอยู่ระหว่างการนำจ่าย'] },
  'attempt-failed': {
    en: ['Delivery attempted: nobody at home', 'We missed you; we will try again on the next working day'],
    th: ['นำจ่ายไม่สำเร็จ ไม่มีผู้รับ'],
  },
  delivered: { en: ['Your package was delivered!\n', 'Delivered'], th: ['นำจ่ายสำเร็จ'] },
};

/** Line-haul carriers report in Chinese about a third of the time, Thai carriers in Thai half of it. */
function languageOf(roll: number, life: Life, market: Market): Language {
  if (!life.traits.domestic && roll < 0.35) return 'zh';
  return market.region === 'TH' && roll > 0.5 ? 'th' : 'en';
}

/** The same text for the same scan, whenever it is read. */
export function traceText(scan: Scan, life: Life, market: Market): string {
  const dice = diceAt(seedFrom('trace', life.id, scan.stage), scan.at);
  const wording = wordings[scan.stage];
  const texts = wording[languageOf(dice.roll(), life, market)] ?? wording.en;
  const city = dice.pick(market.cities).name;
  const origin = life.traits.domestic ? city : dice.pick(['Shenzhen', 'Yiwu', 'Guangzhou']);
  return dice.pick(texts).replace('{origin}', origin).replace('{city}', city);
}
