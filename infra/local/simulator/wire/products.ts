import type { Dice } from '../random.ts';

interface Product {
  readonly id: string;
  readonly name: string;
  readonly skus: readonly string[];
  readonly sellerSku: string;
  /** In pounds; other currencies by the market's rate. */
  readonly price: number;
  readonly dangerous: boolean;
}

const products: readonly Product[] = [
  {
    id: '1729663912041650901',
    name: 'Folding Phone Stand',
    skus: ['Black', 'White'],
    sellerSku: 'PS',
    price: 7.99,
    dangerous: false,
  },
  {
    id: '1729663912041650902',
    name: 'Power Bank 10000mAh',
    skus: ['Grey'],
    sellerSku: 'PB',
    price: 18.5,
    dangerous: true,
  },
  {
    id: '1729663912041650903',
    name: 'Silk Pillowcase',
    skus: ['Ivory', 'Rose'],
    sellerSku: 'SP',
    price: 12.49,
    dangerous: false,
  },
  {
    id: '1729663912041650904',
    name: 'Kitchen Drawer Organiser',
    skus: ['Large'],
    sellerSku: 'KD',
    price: 9.25,
    dangerous: false,
  },
  {
    id: '1729663912041650905',
    name: 'LED Strip Light 5 m',
    skus: ['RGB', 'Warm'],
    sellerSku: 'LS',
    price: 11.75,
    dangerous: false,
  },
  {
    id: '1729663912041650906',
    name: 'Wireless Earbuds (lithium battery)',
    skus: ['Black'],
    sellerSku: 'EB',
    price: 21,
    dangerous: true,
  },
  {
    id: '1729663912041650907',
    name: 'Stainless Steel Water Bottle',
    skus: ['500 ml', '1 l'],
    sellerSku: 'WB',
    price: 10.4,
    dangerous: false,
  },
  {
    id: '1729663912041650908',
    name: 'Knitted Winter Hat',
    skus: ['Navy', 'Mustard'],
    sellerSku: 'WH',
    price: 8.8,
    dangerous: false,
  },
  {
    id: '1729663912041650909',
    name: 'Cat Scratching Board',
    skus: ['Standard'],
    sellerSku: 'CS',
    price: 6.95,
    dangerous: false,
  },
];

/** One unit of an order: the platform lists every single piece as an item of its own. */
export interface BasketItem {
  readonly product: Product;
  readonly sku: string;
  readonly skuId: string;
}

export function basketOf(dice: Dice, items: number): readonly BasketItem[] {
  return Array.from({ length: items }, () => {
    const product = dice.pick(products);
    const place = dice.between(0, product.skus.length - 1);
    return {
      product,
      sku: product.skus[place] ?? '',
      skuId: `${product.id.slice(0, -1)}${place}${product.id.slice(-1)}`,
    };
  });
}
