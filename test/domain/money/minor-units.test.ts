import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { exponentOf } from '../../../src/contract/exponents.ts';
import { minorUnits } from '../../../src/domain/money/minor-units.ts';

describe('An amount as platforms write it, in minor units', () => {
  const amounts: [string, string, number | undefined][] = [
    ['249.00', 'EUR', 24900],
    ['249', 'EUR', 24900],
    ['0.1', 'EUR', 10],
    ['-24.90', 'EUR', -2490],
    ['-0.00', 'EUR', 0],
    ['1.005', 'EUR', 101],
    ['-1.005', 'EUR', -101],
    ['19.999', 'EUR', 2000],
    ['1.0049', 'EUR', 100],
    ['1500', 'JPY', 1500],
    ['1500.00', 'JPY', 1500],
    ['1500.5', 'JPY', 1501],
    ['10.5', 'KWD', 10500],
    // nobody writes their hundredths, but ISO 4217 counts in them
    ['1500', 'HUF', 150_000],
    ['1500', 'PKR', 150_000],
    ['10.1234', 'KWD', 10123],
    ['', 'EUR', undefined],
    ['1,5', 'EUR', undefined],
    ['1e3', 'EUR', undefined],
    ['.5', 'EUR', undefined],
    ['€5', 'EUR', undefined],
    ['999999999999999', 'KWD', undefined],
  ];
  for (const [text, currency, expected] of amounts)
    test(`"${text}" ${currency} is ${expected}`, () => {
      assert.equal(minorUnits(text, currency), expected);
    });

  test('is what was written, for every amount of every currency', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', 'CLP', 'TND');
    fc.assert(
      fc.property(currency, fc.integer({ min: -1e12, max: 1e12 }), (of, amount) => {
        const digits = exponentOf(of);
        const plain = String(Math.abs(amount)).padStart(digits + 1, '0');
        const whole = plain.slice(0, plain.length - digits);
        const text = `${amount < 0 ? '-' : ''}${whole}.${plain.slice(plain.length - digits)}0`;
        assert.equal(minorUnits(text, of), amount);
      }),
    );
  });
});
