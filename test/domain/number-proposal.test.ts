import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeNumber } from '../../shared/domain/number-proposal.ts';

const postal = 'RB123456785GB';
const yun = 'YT2600512345678901';
const usps = '9400111201080805483016';

describe('a number that was mistyped', () => {
  it.each([
    ['spaces', 'RB 123 456 785 GB', 'Royal Mail', postal, ['spaces']],
    ['a space at the end', `${postal} `, undefined, postal, ['spaces']],
    ['a space that nobody sees', `YT26005\u200B12345678901`, 'YunExpress', yun, ['spaces']],
    ['dashes', 'RB-123-456-785-GB', 'China Post', postal, ['dashes']],
    ['a long dash', 'RB123456785–GB', undefined, postal, ['dashes']],
    ['small letters', 'rb123456785gb', 'Royal Mail', postal, ['lower-case']],
    ['full-width characters', 'ＹＴ２６００５１２３４５６７８９０１', 'Yun Express', yun, ['full-width']],
    ['a full-width space', 'YT26005\u300012345678901', 'YunExpress', yun, ['full-width', 'spaces']],
    ['the letter O for 0', 'YT26OO5123456789O1', 'YunExpress', yun, ['letter-for-digit']],
    ['the letters I and l for 1', 'RBI2345678 5GB', undefined, postal, ['spaces', 'letter-for-digit']],
    ['a small l for 1', 'YT26005l234567890l', undefined, yun, ['lower-case', 'letter-for-digit']],
    ['everything at once', 'ｒｂ－l23 456 785 gb', undefined, postal, expect.any(Array)],
    ['spaces in a number of USPS', '9400 1112 0108 0805 4830 16', 'USPS', usps, ['spaces']],
    ['its routing before it', `420 90210 ${usps}`, 'USPS Ground Advantage', `42090210${usps}`, ['spaces']],
    ['twenty digits', '9112 3456 7891 2345 6781', undefined, '91123456789123456781', ['spaces']],
  ])('with %s is mended', (_, given, carrier, number, slips) => {
    expect(proposeNumber(given, carrier)).toMatchObject({ number, slips });
  });

  it.each([
    ['that is right already', postal, 'Royal Mail'],
    ['whose check digit is wrong', 'RB 123 456 784 GB', 'Royal Mail'],
    ['of USPS whose check digit is wrong', '9400 1112 0108 0805 4830 17', 'USPS'],
    ['that is too short', 'YT 260051234567890', 'YunExpress'],
    ['that is too long', 'YT 26005123456789012', 'YunExpress'],
    ['in no known format', 'H0 1ABC 2345678901', 'Evri'],
    ['in the format of another carrier', 'YT 2600512345678901', 'Evri'],
    ['with an O among its letters', 'R0 123 456 785 GB', 'Royal Mail'],
    ['that is two numbers', `${postal}, ${yun}`, undefined],
    ['that is empty', ' ', undefined],
    ['that is a sentence', 'will send it tomorrow', undefined],
  ])('nothing is proposed for one %s', (_, given, carrier) => {
    expect(proposeNumber(given, carrier)).toBeUndefined();
  });

  it('is never guessed: a proposal needs no further mending, and says what was mended', () => {
    const typed = fc.array(fc.constantFrom(...Array.from('0123456789OIlYTRBGB -ＹＴ')), { maxLength: 24 });
    const hand = fc.array(fc.constantFrom('0', 'O', 'o', 'l', ' ', '-'), { minLength: 16, maxLength: 18 });
    const numbers = fc.oneof(
      typed.map((all) => all.join('')),
      hand.map((all) => `YT${all.join('')}`),
    );
    let proposed = 0;
    fc.assert(
      fc.property(numbers, (given) => {
        const proposal = proposeNumber(given);
        if (!proposal) return;
        proposed += 1;
        expect(proposal.number).not.toBe(given);
        expect(proposal.slips.length).toBeGreaterThan(0);
        expect(proposeNumber(proposal.number)).toBeUndefined();
        expect(proposal.number).toMatch(/^[A-Z\d]+$/);
      }),
      { numRuns: 2_000, seed: 7 },
    );
    expect(proposed).toBeGreaterThan(0);
  });
});

describe('check digits', () => {
  // Examples of the same public collection.
  it.each([
    'RB 123456785 CV',
    'RA 473124829 RU',
    '9505 5110 6960 5048 6006 24',
    '9361 2898 7870 0317 6337 95',
    '420 22153 9101026837331000039521',
    '420102820000 9261290113185417468510',
  ])('of %s are right', (given) => {
    expect(proposeNumber(given)?.number).toBe(given.replaceAll(' ', ''));
  });

  it('let no single wrong digit of USPS pass', () => {
    for (const [place, digit] of Array.from(usps).entries()) {
      const wrong = `${usps.slice(0, place)}${(Number(digit) + 1) % 10} ${usps.slice(place + 1)}`;
      expect(proposeNumber(wrong)).toBeUndefined();
    }
  });

  // A sum of 1 and one of 0 modulo 11 are written as digits that others have, too.
  it.each([
    ['RB 100000000 GB', undefined],
    ['RB 100000003 GB', 'RB100000003GB'],
    ['RB 000000005 GB', 'RB000000005GB'],
    ['RB 101000000 GB', 'RB101000000GB'],
    ['RB 000000000 GB', undefined],
  ])('of the postal unions, %s → %s', (given, number) => {
    expect(proposeNumber(given)?.number).toBe(number);
  });
});
