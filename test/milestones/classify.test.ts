import { describe, expect, it } from 'vitest';
import { isTerminal } from '../../shared/domain/milestone.ts';
import { classify, phrasebooks } from '../../shared/milestones/registry.ts';
import { statedTexts } from './texts/every-language.ts';

describe.each(phrasebooks.map(({ language }) => language))('what carriers write in %s', (language) => {
  it.each(statedTexts[language])('%s', (text, ...states) => {
    expect(states).toContain(classify(text).milestone);
  });
});

describe('a milestone that clocks start or stop at is never taken from', () => {
  it.each<[why: string, text: string]>([
    ['a negation', 'Not delivered'],
    ['a negation', 'Your parcel has not been delivered yet'],
    ['an announcement', 'Parcel will be delivered soon'],
    ['an announcement', 'Delivery expected tomorrow'],
    ['a wish', 'To be delivered'],
    ['a wrong door', 'Delivered to wrong address'],
    ['a hand-over', 'Delivered to airline'],
    ['a hand-over', 'Delivered to sorting center'],
    ['a hand-over', 'Delivered to customs broker'],
    ['a part of it', 'Partially delivered'],
    ['a plan', 'Scheduled to be picked up'],
    ['a negation', 'Not picked up'],
    ['a failure', 'Failed to pick up'],
    ['a recipient who may', 'Ready to be picked up by recipient'],
    ['a recipient who did not', 'Recipient has not picked up the parcel'],
    ['a condition', 'If not collected, the parcel will be returned to sender'],
    ['another place', 'Returned to depot'],
    ['another office', 'Package returned by customs'],
    ['a claim', 'Customer claims parcel not received'],
    ['a negation', '快件已派送至本人，未签收'],
    ['a request', '正在派送，请准备签收'],
    ['an announcement', '预计今日送达'],
    ['an announcement', '即将送达'],
    ['a plan', '已安排揽收'],
    ['a failure', '揽收失败'],
    ['a negation', '尚未簽收'],
    ['an announcement', '預計送達'],
    ['a negation', 'ยังไม่ได้นำจ่าย'],
    ['an announcement', 'จะนำจ่ายพรุ่งนี้'],
    ['a negation', 'Paket belum diterima'],
    ['an announcement', 'Paket akan diantar'],
    ['a hub that got it', 'Paket telah diterima di Hub Surabaya'],
    ['an announcement', 'Bungkusan akan dihantar'],
    ['a negation', 'Bungkusan tidak dapat dihantar'],
    ['an announcement', 'Sẽ giao hàng ngày mai'],
    ['a failure', 'Lấy hàng thất bại'],
    ['a process', 'Die Sendung wird zugestellt'],
    ['a negation', 'Die Sendung wurde noch nicht abgeholt'],
    ['a negation', "Le colis n'a pas été livré"],
    ['an announcement', 'Sera livré demain'],
    ['an announcement', 'Próximo a ser entregado'],
    ['a negation', 'No entregado'],
    ['a hand-over', 'Consegnato al corriere'],
    ['an announcement', 'Sarà consegnata domani'],
    ['a hand-over', 'Objeto entregue à transportadora'],
    ['a negation', 'Objeto ainda não entregue'],
    ['a negation', '配達できませんでした'],
    ['an announcement', '配達予定です'],
    ['a time before', '集荷前'],
  ])('%s: %s', (_, text) => {
    const { milestone } = classify(text);
    expect(milestone === 'unrecognised' || !isTerminal(milestone)).toBe(true);
  });
});

describe('however a text is dressed', () => {
  it.each([
    ['capital letters', 'DELIVERED'],
    ['full-width letters', 'ＤＥＬＩＶＥＲＥＤ'],
    ['a tag around it', '<b>Delivered</b>'],
    ['entities', 'Delivered&nbsp;&#8211; signed'],
    ['Chinese in entities', '&#24050;&#31614;&#25910;'],
    ['a place in brackets', '[Shenzhen] Delivered'],
    ['two languages', 'Entregado / Delivered'],
    ['white space', '  Delivered\n'],
    ['accents left out', 'Giao hang thanh cong'],
    ['accents as marks of their own', 'Livre\u0301'],
  ])('%s', (_, text) => expect(classify(text).milestone).toBe('delivered'));

  it('underscores', () => expect(classify('OUT_FOR_DELIVERY').milestone).toBe('out-for-delivery'));

  it('umlauts as people type them without', () =>
    expect(classify('Die Sendung wird zurueckgesandt').milestone).toBe('returned-to-sender'));
});

describe('the answer', () => {
  it('names the words that stated it, and their language', () =>
    expect(classify('Parcel 4711 is OUT FOR DELIVERY in Leeds')).toEqual({
      milestone: 'out-for-delivery',
      phrase: 'out for delivery',
      language: 'en',
    }));

  it.each(['', '   ', '…', '12345', 'GB 123', 'xyz', '🙂', 'Здравствуйте'])('says that it has none: %j', (text) =>
    expect(classify(text)).toEqual({ milestone: 'unrecognised', phrase: null }),
  );

  it('is as quick for a text of a megabyte', () => {
    const started = performance.now();
    classify(`Delivered ${'no '.repeat(400_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('believes the language that understands more, where two share a word', () =>
    expect(classify('Your package was damaged in transit')).toMatchObject({
      milestone: 'exception-lost-damaged',
      language: 'en',
    }));
});
