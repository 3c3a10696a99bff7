import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countryCode } from '../../../src/domain/policy/countries.ts';

describe('A country as an address writes it', () => {
  const table: [string, string | undefined][] = [
    ['NL', 'NL'],
    ['nl', 'NL'],
    ['Nederland', 'NL'],
    [' Netherlands ', 'NL'],
    ['Pays-Bas', 'NL'],
    ['USA', 'US'],
    ['United States', 'US'],
    ['UK', 'GB'],
    ['Deutschland', 'DE'],
    ['日本', 'JP'],
    ['Middle-earth', undefined],
    ['', undefined],
  ];
  for (const [written, code] of table)
    test(`"${written}" is ${code}`, () => {
      assert.equal(countryCode(written), code);
    });
});
