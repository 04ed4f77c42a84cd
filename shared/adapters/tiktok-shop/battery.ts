interface Product {
  readonly product_name?: string | undefined;
  readonly is_dangerous_good: boolean;
}

/** Battery goods need a declared line; a name that says battery on an undeclared one is worth a look. */
export function suspectsBattery(products: readonly Product[]): boolean {
  if (products.some((product) => product.is_dangerous_good)) return false;
  return products.some((product) => saysBattery(product.product_name ?? ''));
}

/** What comes with the goods is judged by itself: earbuds with a case are earbuds, a case with a power bank is both. */
function saysBattery(name: string): boolean {
  if (!goodsWithBattery.test(name) && !sureOfBattery.test(name)) return false;
  const claimed = name.replaceAll(denied, ' ').replaceAll(whatItFits, ' ');
  return claimed.split(comesWith).some((part) => {
    const isAccessory = accessory.test(part.replaceAll(noAccessory, ' '));
    return sureOfBattery.test(part) || (!isAccessory && goodsWithBattery.test(part));
  });
}

function anyOf(flags: string, ...phrases: readonly string[]): RegExp {
  return new RegExp(phrases.join('|'), flags);
}

/** What holds a battery or is one, as sellers name it. Goods that usually do only count where the name says how. */
const goodsWithBattery = anyOf(
  'iu',
  String.raw`\bbatter(?:y|ies)\b`,
  String.raw`\b(?:power ?banks?|powerbanks?|power stations?|portable chargers?|jump starters?)\b`,
  String.raw`\b(?:lithium(?! grease)|li[- ]?ion|li[- ]?po|lifepo4|ni-?mh|rechargeable)\b`,
  String.raw`\bcordless (?:\p{L}+ ){0,2}(?:drills?|screwdrivers?|vacuums?|trimmers?|clippers?|saws?|grinders?|phones?|shavers?)\b`,
  String.raw`\b(?:earbuds?|tws|hoverboards?|e-?(?:bikes?|scooters?|cigarettes?)|vapes?|drones?|walkie[- ]talkies?)\b`,
  String.raw`\b(?:wireless|bluetooth) (?:[\p{L}\d.]+ ){0,2}(?:ear|head)(?:phones?|sets?)\b`,
  String.raw`\b(?:wireless|bluetooth) (?:[\p{L}\d.]+ ){0,2}(?:speakers?|mouse|mice|keyboards?)\b`,
  String.raw`\b(?:smart ?watch(?:es)?|fitness trackers?|laptops?|electric (?:toothbrush(?:es)?|shavers?|scooters?))\b`,
  '充电宝|充電寶|移动电源|行動電源|户外电源|应急启动电源|电池|電池|蓄电|锂|鋰|充电式',
  '无线耳机|蓝牙耳机|蓝牙音[箱响]|无线鼠标|无线键盘|智能手[表环]|电动牙刷|电动剃须刀|电动滑板车',
  '平衡车|无人机|对讲机|电子烟|筋膜枪|暖手宝',
);

/** Says so of the thing itself, even of a bag or a stand. */
const sureOfBattery = anyOf(
  'iu',
  String.raw`\d ?mah\b|\d ?毫安`,
  String.raw`\brechargeable\b(?! (?:\p{L}+ )?batter)`,
  String.raw`\b(?:built-in|internal|integrated) (?:\p{L}+ )?batter`,
  '可充电(?!电池)|内置(?:锂|大容量)?电池',
);

const kinds = String.raw`(?:(?:aa+|lithium|li-?ion|rechargeable|button|built-in|external|\d+x?|x)[ -]+){0,3}`;

/** A battery that is denied or sold apart. */
const denied = anyOf(
  'giu',
  String.raw`\b(?:no|without|non|w\/o|excluding|excludes)[ -]+(?:need (?:for|of) )?(?:any |a |the )?${kinds}batter(?:y|ies)(?:[ -](?:powered|operated))?`,
  String.raw`\b(?:do(?:es)?|is|are) ?n[o'’]t (?:need|require|use|contain|include) (?:any |a )?${kinds}batter(?:y|ies)`,
  String.raw`${kinds}\bbatter(?:y|ies)[ -]?(?:free|less)\b`,
  String.raw`${kinds}\bbatter(?:y|ies) (?:is |are )?(?:not (?:included|needed|required|incl\.?)|excluded|sold separately)`,
  String.raw`\bnon-?rechargeable\b|\bwired (?:\p{L}+ )?earbuds?\b`,
  '(?:不含|不带|不附|不配|不包含|不包括|不需要?|无需|无须|不用|免|无|没有)(?:任何|内置|安装|装|用)?(?:锂|干|纽扣|充电)?电池',
  '(?:锂|干|纽扣)?电池(?:需?另购|需?自备|需自配|不含|除外)|不可充电',
);

/** What the goods go with is not in the parcel. */
const whatItFits = anyOf(
  'giu',
  String.raw`\b(?:for|fits|(?:compatible|works?|use) with)\b[^,;()|+–]*`,
  '(?:适用于?|兼容|适配(?!器))[^ ,，、;；()（）+]*',
);

const comesWith = anyOf(
  'iu',
  String.raw`\b(?:with|incl(?:udes?|uding|uded)?|plus)\b|[+＋]`,
  '[附赠]?送|赠|自?带(?=数据线|充电线|双?线|收纳|保护|支架|充电宝|锂?电池)',
);

/** A part, a cover or a cable, and not the thing it belongs to. */
const accessory = anyOf(
  'iu',
  String.raw`\b(?:cases?|covers?|pouch(?:es)?|bags?|backpacks?|rucksacks?|briefcases?|totes?|sleeves?|skins?|box(?:es)?)\b`,
  String.raw`\b(?:stands?|holders?|mounts?|brackets?|racks?|trays?|desks?|tables?|docks?|risers?|cradles?|hooks?)\b`,
  String.raw`\b(?:organi[sz]ers?|storage|compartments?|straps?|(?:wrist|watch)?bands?|lanyards?|(?:ear)?tips?|pads?|mats?)\b`,
  String.raw`\b(?:chargers?|adapt[eo]rs?|cables?|cords?|wires?|leads?|plugs?|connectors?|terminals?|clips?|hubs?|locks?)\b`,
  String.raw`\b(?:propell[eo]rs?|blades?|guards?|protectors?|films?|stickers?|decals?|keycaps?|coolers?|testers?)\b`,
  String.raw`\b(?:parts?|accessor(?:y|ies)|spares?|replacements?|(?:brush )?heads?|filters?|landing gears?)\b`,
  '包(?!邮|装)|袋|壳|套(?!装|餐)|膜(?!枪)|盒|支架|底座|充电座|贴纸|挂绳|挂钩|表带|腕带|刷头|刀头|替换头|耳塞|耳帽',
  '螺旋桨|桨叶|起落架|转接|转换器|适配器|充电器|充电头|线(?!耳|鼠|键|蓝|音|充)|配件|零件|收纳|垫|散热|盖|测试仪|检测仪|架',
);

/** Words of accessories in the names of batteries: a "battery case" and a "portable charger" are power banks. */
const noAccessory = anyOf(
  'giu',
  String.raw`\b(?:battery|charging) cases?\b|\bportable chargers?\b|\b(?:power|battery) packs?\b`,
  '电池包|无线|自带[^ ]{0,3}线',
);
