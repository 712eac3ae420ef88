import { deepEqual, equal } from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isMobile, isPhoneNumber, parsePhone } from './phone.ts';

describe('a telephone number', () => {
  it('is read as Italians write it', () => {
    for (const text of [
      '3471234567',
      '347 1234567',
      '347.123.45.67',
      '347/1234567',
      '+39 347 1234567',
      '0039-347-1234567',
      '(+39) 347 1234567',
      '393471234567',
      ' 347 1234567 ',
    ])
      equal(parsePhone(text), '+393471234567', text);
  });

  it('keeps the zero that begins a landline', () => {
    equal(parsePhone('0432 111222'), '+390432111222');
    equal(parsePhone('+39 0432 111222'), '+390432111222');
    equal(parsePhone('06 69821'), '+390669821');
  });

  it('of a mobile that begins with 39 is not taken for one with a country code', () => {
    equal(parsePhone('393 1234567'), '+393931234567');
    equal(parsePhone('391 234567'), '+39391234567');
    equal(parsePhone('390 1234567'), '+393901234567');
  });

  it('of another country needs its code', () => {
    equal(parsePhone('+43 664 1234567'), '+436641234567');
    equal(parsePhone('00386 40 123 456'), '+38640123456');
    equal(parsePhone('0664 1234567'), '+3906641234567');
  });

  it('is nothing that reaches no subscriber, or several', () => {
    for (const text of [
      '',
      '+',
      '00',
      '112',
      '800 123456',
      '199123456',
      '347',
      '347123456789',
      '+39 800 123456',
      '+0347123456',
      '+1234567890123456',
      '347 1234567, 348 1234567',
      '347 1234567 ufficio',
      '+39+3471234567',
      '٣٤٧١٢٣٤٥٦٧',
    ])
      equal(parsePhone(text), undefined, JSON.stringify(text));
  });

  it('says whether it is a mobile, for Italy', () => {
    const mobile = ['347 1234567', '0432 111222', '+43 664 1234567'].map((text) =>
      isMobile(parsePhone(text)!),
    );
    deepEqual(mobile, [true, false, false]);
  });

  it('is read to itself, however often', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+0-9 ./()-]{0,24}$/), (text) => {
        const number = parsePhone(text);
        if (number === undefined) return;
        equal(isPhoneNumber(number), true);
        equal(parsePhone(number), number);
      }),
    );
  });
});
