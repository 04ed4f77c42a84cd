/** What holds a battery or is one, as sellers name it. Goods that usually do only count where the name says how. */
const batteryWords = new RegExp(
  [
    String.raw`\bbatter(?:y|ies)\b`,
    String.raw`\b(?:power ?banks?|powerbanks?|power stations?|portable chargers?|jump starters?)\b`,
    String.raw`\b(?:lithium|li[- ]?ion|li[- ]?po|lifepo4|ni-?mh|rechargeable|cordless)\b`,
    String.raw`\d ?mah\b`,
    String.raw`\b(?:earbuds?|tws|hoverboards?|e-?(?:bikes?|scooters?|cigarettes?)|vapes?|drones?|walkie[- ]talkies?)\b`,
    String.raw`\b(?:wireless|bluetooth) (?:[\p{L}\d.]+ ){0,2}(?:ear|head)(?:phones?|sets?)\b`,
    String.raw`\b(?:wireless|bluetooth) (?:[\p{L}\d.]+ ){0,2}(?:speakers?|mouse|mice|keyboards?)\b`,
    String.raw`\b(?:smart ?watch(?:es)?|fitness trackers?|laptops?|electric (?:toothbrush(?:es)?|shavers?|scooters?))\b`,
    '充电宝|充電寶|移动电源|行動電源|户外电源|应急启动电源|电池|電池|蓄电|锂|鋰|毫安|可充电|充电式',
    '无线耳机|蓝牙耳机|蓝牙音[箱响]|无线鼠标|无线键盘|智能手[表环]|电动牙刷|电动剃须刀|电动滑板车|平衡车|无人机|对讲机|电子烟|筋膜枪|暖手宝',
  ].join('|'),
  'iu',
);

const kinds = String.raw`(?:(?:aa+|lithium|li-?ion|rechargeable|button|built-in|external|\d+x?|x)[ -]+){0,3}`;
const goods = String.raw`(?:power ?banks?|earbuds?|(?:wireless|bluetooth) (?:ear|head)(?:phones?|sets?)|smart ?watch(?:es)?|laptops?|drones?)`;
const covers = String.raw`(?:cases?|covers?|pouch(?:es)?|bags?|backpacks?|sleeves?|skins?|stands?|holders?|organi[sz]ers?|straps?|bands?|tips?)`;
const zhGoods = '(?:充电宝|移动电源|无线耳机|蓝牙耳机|智能手[表环]|无人机|电动牙刷)';

/**
 * Phrases that speak of batteries without one being inside: it is denied, sold apart, or what is sold only covers,
 * holds or tests one. A "battery case" is a power bank, so it is not among them.
 */
const withoutBattery = new RegExp(
  [
    String.raw`\b(?:no|without|non|w\/o|excluding|excludes)[ -]+(?:need (?:for|of) )?(?:any |a |the )?${kinds}batter(?:y|ies)(?:[ -](?:powered|operated))?`,
    String.raw`\b(?:do(?:es)?|is|are) ?n[o'’]t (?:need|require|use|contain|include) (?:any |a )?${kinds}batter(?:y|ies)`,
    String.raw`${kinds}\bbatter(?:y|ies)[ -]?(?:free|less)\b`,
    String.raw`${kinds}\bbatter(?:y|ies) (?:is |are )?(?:not (?:included|needed|required|incl\.?)|excluded|sold separately)`,
    String.raw`\bbatter(?:y|ies) (?:tester|holder|organi[sz]er|cover|compartment|storage|terminal|cable|clip)s?\b`,
    String.raw`\bwired (?:\p{L}+ )?earbuds?\b`,
    String.raw`\b${goods} ${covers}\b`,
    String.raw`\b${covers} for (?:\p{L}+ ){0,2}?${goods}\b`,
    '(?:不含|不带|不附|不配|不包含|不包括|不需要?|无需|无须|不用|免|无|没有)(?:任何|内置|安装|装|用)?(?:锂|干|纽扣|充电)?电池',
    '(?:锂|干|纽扣)?电池(?:需?另购|需?自备|需自配|不含|除外)',
    '电池(?:盒|盖|测试仪|检测仪|收纳)',
    `${zhGoods}(?:专用|硅胶|收纳)*(?:保护)?(?:盒|袋|壳|膜|包(?!邮)|套(?!装)|支架|贴纸|挂绳|表带|刷头|耳塞)`,
  ].join('|'),
  'giu',
);

interface Product {
  readonly product_name?: string | undefined;
  readonly is_dangerous_good: boolean;
}

/** Battery goods need a declared line; a name that says battery on an undeclared one is worth a look. */
export function suspectsBattery(products: readonly Product[]): boolean {
  if (products.some((product) => product.is_dangerous_good)) return false;
  return products.some((product) => saysBattery(product.product_name ?? ''));
}

function saysBattery(name: string): boolean {
  return batteryWords.test(name) && batteryWords.test(name.replaceAll(withoutBattery, ' '));
}
