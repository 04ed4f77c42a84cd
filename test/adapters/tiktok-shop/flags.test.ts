import { describe, expect, test } from 'vitest';
import { addressFlags, recipientAddress } from '../../../shared/adapters/tiktok-shop/address-flags.ts';
import { suspectsBattery } from '../../../shared/adapters/tiktok-shop/battery.ts';
import { postcodeFlag } from '../../../shared/adapters/tiktok-shop/postcode.ts';

describe('address', () => {
  test.each([
    ['no address at all (unpaid, on hold)', null, 'hidden'],
    ['an address of empty texts', { full_address: '', address_line1: ' ' }, 'hidden'],
    ['only the town is clear', { post_town: 'LEEDS' }, 'hidden'],
    ['a street that is starred out', { full_address: '*** Example Road, Bristol', address_line1: '***' }, 'hidden'],
    ['a plain English address', { full_address: '12 Example Street, Leeds' }, 'latin'],
    ['German and Vietnamese letters are Latin', { address_line1: 'Größe 5, Đường Nguyễn Huệ' }, 'latin'],
    ['a house number alone', { address_line1: '12' }, 'latin'],
    ['a Chinese street in an English frame', { full_address: '12 幸福路, Leeds', post_town: 'LEEDS' }, 'not-latin'],
    ['a Thai street', { address_detail: 'ถนนสุขุมวิท 21' }, 'not-latin'],
    ['a Cyrillic letter that looks Latin', { address_line2: '12 Ехample Street' }, 'not-latin'],
    ['a Chinese street that is partly starred out', { address_line1: '幸福路***' }, 'not-latin'],
  ])('%s', (_, raw, expected) => {
    expect(addressFlags(raw && recipientAddress.parse(raw)).address).toBe(expected);
  });

  test('the name does not count: a Chinese name may live at a Latin address', () => {
    const flags = addressFlags(recipientAddress.parse({ name: '王小明', full_address: '12 Example Street' }));
    expect(flags).toEqual({ address: 'latin' });
  });
});

describe('postcode', () => {
  test.each([
    ['GB', 'LS1 4AP', 'ok'],
    ['GB', 'ls14ap', 'ok'],
    ['GB', 'EC1A 1BB', 'ok'],
    ['GB', '12345', 'odd'],
    ['GB', 'BS1 ***', 'masked'],
    ['US', '95110', 'ok'],
    ['US', '95110-1234', 'ok'],
    ['US', '9511', 'odd'],
    ['DE', '10115', 'ok'],
    ['DE', 'D-10115', 'odd'],
    ['FR', '75008', 'ok'],
    ['TH', '10110', 'ok'],
    ['TH', '1011', 'odd'],
    ['MY', '50450', 'ok'],
    ['SG', '018956', 'ok'],
    ['PH', '1000', 'ok'],
    ['JP', '100-0001', 'ok'],
    ['BR', '01310-100', 'ok'],
    ['ID', '*****', 'masked'],
    ['HK', 'anything', 'ok'],
    [undefined, 'anything', 'ok'],
    ['HK', undefined, undefined],
    ['GB', undefined, undefined],
  ])('%s %s is %s', (region, postcode, expected) => {
    expect(postcodeFlag(region, postcode)).toBe(expected);
  });
});

describe('battery', () => {
  test.each([
    ['20000mAh Power Bank', true],
    ['Powerbank with cable', true],
    ['AA Batteries, 12 pieces', true],
    ['Lithium torch', true],
    ['Li-ion cell', true],
    ['磁吸充电宝 10000毫安', true],
    ['移动电源', true],
    ['纽扣电池', true],
    ['Folding Phone Stand', false],
    ['Battered leather bag', false],
    ['手机支架', false],
    ['Wireless Earbuds with charging case', true],
    ['TWS earphones', true],
    ['Bluetooth 5.3 Speaker', true],
    ['Wireless Gaming Headset', true],
    ['Battery case for phones', true],
    ['Rechargeable hand warmer', true],
    ['USB-C fan, 5000 mAh', true],
    ['Electric toothbrush', true],
    ['Flashlight incl. 2 batteries', true],
    ['无线蓝牙耳机 降噪', true],
    ['充电宝套装 包邮', true],
    ['锂电池包', true],
    ['手持小风扇 可充电', true],
    ['智能手表', true],
    ['電池', true],
    ['Battery-free doorbell', false],
    ['Batteryless switch', false],
    ['Night light, no battery needed', false],
    ['No AA batteries required', false],
    ['Does not need a battery', false],
    ['Without lithium battery', false],
    ['Wall clock (battery not included)', false],
    ['Toy with 2 x AA batteries not included', false],
    ['Silicone case for wireless earbuds', false],
    ['Power bank pouch', false],
    ['Smart watch band', false],
    ['Battery organizer', false],
    ['Wired earbuds 3.5 mm', false],
    ['玩具车 不含电池', false],
    ['无需电池 门铃', false],
    ['遥控器 电池需自备', false],
    ['蓝牙耳机保护套', false],
    ['充电宝收纳包', false],
    ['电池盒', false],
    ['有线耳机', false],
    ['No batteries needed, lithium cell inside', true],
    ['充电宝收纳包 送充电宝', true],
    ['Laptop backpack 15.6 inch', false],
    ['Laptop cooling pad', false],
    ['65W laptop charger USB-C', false],
    ['Laptop stand, aluminium', false],
    ['Laptop sticker pack', false],
    ['Mouse pad for wireless mouse', false],
    ['Wireless mouse pad, XXL', false],
    ['Drone propellers, 4 pieces', false],
    ['Landing gear for mini drone', false],
    ['Power bank cable USB-C', false],
    ['Battery charger for AA rechargeable batteries', false],
    ['Battery cable lug terminals', false],
    ['Screen protector compatible with smart watch 44 mm', false],
    ['Electric toothbrush heads, 8 pcs', false],
    ['Replacement ear pads for bluetooth headphones', false],
    ['Desk for laptop and books', false],
    ['Earbuds case', false],
    ['Travel bag with laptop compartment', false],
    ['Cordless jump rope', false],
    ['Cordless roller blind', false],
    ['White lithium grease 400 ml', false],
    ['Non-rechargeable torch', false],
    ['E-scooter lock', false],
    ['Keyboard cover for wireless keyboard', false],
    ['Cordless drill 18 V', true],
    ['Cordless stick vacuum', true],
    ['Laptop backpack with power bank', true],
    ['Laptop stand with built-in battery', true],
    ['Rechargeable keyboard case', true],
    ['Phone case 5000mAh', true],
    ['Power bank for iPhone', true],
    ['Drone with spare propellers', true],
    ['Batteries for camera', true],
    ['Wireless earbuds + protective case', true],
    ['Portable charger 10W', true],
    ['Gaming laptop 16 inch', true],
    ['无人机螺旋桨', false],
    ['无人机 桨叶配件', false],
    ['充电宝转接头', false],
    ['移动电源数据线', false],
    ['无线鼠标垫 超大', false],
    ['蓝牙耳机配件 耳帽', false],
    ['电动牙刷替换刷头', false],
    ['智能手表表带 硅胶', false],
    ['平衡车收纳袋', false],
    ['电池充电器 四槽', false],
    ['手机壳 适用于无线耳机', false],
    ['电池转接线', false],
    ['5号电池测试仪', false],
    ['电子烟挂绳', false],
    ['不可充电 手电', false],
    ['自带线充电宝', true],
    ['移动电源 带数据线', true],
    ['无人机 送螺旋桨', true],
    ['无线耳机 送保护套', true],
    ['可充电台灯 支架', true],
    ['内置锂电池 支架风扇', true],
    ['手机壳 5000毫安', true],
    ['无线键盘', true],
    ['筋膜枪', true],
  ])('%s: %s', (product_name, expected) => {
    expect(suspectsBattery([{ product_name, is_dangerous_good: false }])).toBe(expected);
  });

  test('an order with a declared line is not suspected', () => {
    const bank = { product_name: 'Power bank', is_dangerous_good: false };
    expect(suspectsBattery([bank, { product_name: 'Lamp', is_dangerous_good: true }])).toBe(false);
  });
});
