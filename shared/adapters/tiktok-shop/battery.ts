const batteryWords = /\b(power ?banks?|batter(y|ies)|lithium|li-?ion|li-?po)\b|充电宝|移动电源|电池|锂/iu;

interface Product {
  readonly product_name?: string | undefined;
  readonly is_dangerous_good: boolean;
}

/** Battery goods need a declared line; a name that says battery on an undeclared one is worth a look. */
export function suspectsBattery(products: readonly Product[]): boolean {
  if (products.some((product) => product.is_dangerous_good)) return false;
  return products.some((product) => batteryWords.test(product.product_name ?? ''));
}
