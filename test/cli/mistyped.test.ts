import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run, workFolder } from '../end-to-end/runner.ts';

const folder = workFolder();
afterAll(() => folder.remove());

const header =
  'order_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date';
const secret = 'never-to-be-shown';

function file(name: string, text: string): string {
  writeFileSync(join(folder.path, name), text);
  return name;
}

const shop = {
  id: '7495510238846614801',
  name: 'Harbour Lane UK',
  market: 'UK',
  sellerType: 'CROSS_BORDER',
  cipher: 'GCP_XF90igAAAABh00qsWgtvOiGFNqyubMt3',
  seller: '7010736057180325637',
  locale: 'en',
  recipients: [{ address: 'owner@example.com' }],
};
const seller = { appKey: '6a7b8c9d0e', openId: shop.seller, accessToken: secret, refreshToken: secret };
const badShop = file(
  'bad-shop.json',
  JSON.stringify({ apps: [{ appKey: '6a7b8c9d0e', appSecret: secret }], sellers: [seller], shops: [shop] }),
);
const noJson = file('no-json.json', `{"apps": [{"appSecret": "${secret}",}]}`);
const badTime = file('bad-time.csv', `${header}\nabc,delivered,2018-03-41 10:00:00,,,,2018-03-20 00:00:00\n`);
const noColumn = file('no-column.csv', `${header.replace(',order_approved_at', '')}\n`);
const empty = file('empty.csv', '');
mkdirSync(join(folder.path, 'folder'));

const at = '2018-03-15T00:00:00Z';

describe.concurrent('what people type wrong ends with status 2 and one line that says what to mend', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['an unknown option', ['--speed', '9'], ["unknown option '--speed'"]],
    ['a word too many', ['shops.json'], ['too many arguments', 'shops.json']],
    ['an option without its value', ['--at'], ["option '--at <time>' argument missing"]],
    ['a time that is none', ['--at', 'nonsense'], ["'nonsense' is invalid", '2018-03-15T00:00:00Z']],
    ['a time without a zone', ['--at', '2018-03-15T00:00:00'], ['Give a time with its zone']],
    ['an end without a beginning', ['--until', at], ['--until needs --at']],
    ['an end before the beginning', ['--at', at, '--until', '2018-03-14T00:00:00Z'], ['--until lies before --at']],
    ['a span that is none', ['--at', at, '--until', at, '--every', 'hourly'], ["'hourly' is invalid", '1h']],
    ['no time at all between sweeps', ['--at', at, '--every', '0h'], ["'0h' is invalid"]],
    ['a market in words', ['--market', 'Brazil'], ["'Brazil' is invalid", 'two capital letters']],
    ['a market by its everyday name', ['--market', 'UK'], ['The United Kingdom is GB']],
    ['a market nobody knows', ['--orders', badTime, '--market', 'XX'], ['market XX is unknown', 'BR']],
    ['a seed that is no number', ['--seed', 'seven'], ["'seven' is invalid"]],
    ['two worlds at once', ['--shops', badShop, '--orders', badTime], ['--shops and --orders cannot be used together']],
    ['the past of the real TikTok', ['--shops', badShop, '--at', at], ['--at needs simulated shops']],
    ['a shop file that is not there', ['--shops', 'none.json'], ['--shops none.json', 'no such file']],
    ['a shop file that is a folder', ['--shops', 'folder'], ['--shops folder', 'is a folder']],
    ['a shop file that is no JSON', ['--shops', noJson], ['--shops no-json.json', 'is not JSON']],
    ['a shop with a wrong field', ['--shops', badShop], ['shops[0].market: "UK"', 'for example']],
    ['orders that are not there', ['--orders', 'none.csv'], ['--orders none.csv', 'no such file']],
    ['orders with a wrong time', ['--orders', badTime], ['bad-time.csv: line 2, column order_purchase_timestamp']],
    [
      'orders without a column',
      ['--orders', noColumn],
      ['no-column.csv: line 1, column order_approved_at: is missing'],
    ],
    ['orders of an empty file', ['--orders', empty], ['empty.csv: line 1, column order_id: is missing']],
    ['a data folder that is a file', ['--data', badTime], ['--data bad-time.csv is a file']],
    ['a data folder where nothing can be written', ['--data', '/proc/x'], ['--data /proc/x: nothing can be written']],
    ['an assembly that is none', ['--assembly', 'folder'], ['--assembly folder holds no synthesized stack']],
  ])('%s', async (_, options, parts) => {
    const { status, stdout, stderr } = await run(folder.path, '--once', '--json', ...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.match(/\n/g)).toHaveLength(1);
    for (const part of parts) expect(stderr).toContain(part);
    expect(stderr).not.toContain(secret);
  });
});

it('help is no mistake', async () => {
  const { status, stdout, stderr } = await run(folder.path, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  for (const option of [
    '--once',
    '--json',
    '--shops',
    '--orders',
    '--market',
    '--at',
    '--until',
    '--every',
    '--data',
  ]) {
    expect(stdout).toContain(option);
  }
});
