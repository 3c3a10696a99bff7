import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Carrier } from '../../../src/contract/shipments.ts';
import { Link } from '../../../src/contract/primitives.ts';
import { carriers } from '../../../src/domain/shipments/carrier-list.ts';
import { carrierOf } from '../../../src/domain/shipments/carriers.ts';

const codeOf = (number: string) => carrierOf({ number }).carrier?.code;

describe('a carrier told by its number', () => {
  const table: [name: string, number: string, code: string][] = [
    ['UPS', '1Z999AA10123456784', 'ups'],
    ['UPS in groups', '1Z 999 AA1 01 2345 6784', 'ups'],
    ['FedEx', '986578788855', 'fedex'],
    ['FedEx Ground', '149331877648230', 'fedex'],
    ['USPS', '9400111202555842332669', 'usps'],
    ['DHL Express', '3318810025', 'dhl'],
    ['DHL piece', 'JD014600006281230704', 'dhl'],
    ['DHL in the Netherlands', 'JVGL06249264000463', 'dhl'],
    ['DHL Paket', '00340434161094022115', 'dhl-de'],
    ['PostNL', '3SABCD1234567', 'postnl'],
    ['PostNL in lower case', '3sabcd1234567', 'postnl'],
    ['PostNL abroad', 'RR123456785NL', 'postnl'],
    ['Royal Mail', 'RR123456785GB', 'royal-mail'],
    ['bpost abroad', 'RR123456785BE', 'bpost'],
    ['bpost', '323212345600001234567890', 'bpost'],
    ['Colissimo', '6A12345678901', 'colissimo'],
    ['La Poste abroad', 'RR123456785FR', 'colissimo'],
    ['Deutsche Post abroad', 'RR123456785DE', 'dhl-de'],
    ['Hermes', 'H1001234567890123456', 'hermes'],
    ['Evri', 'T00A1A0123456789', 'evri'],
    ['DPD with its check letter', withMod37('01596803160302'), 'dpd'],
    ['Amazon', 'TBA123456789012', 'amazon'],
    ['OnTrac', 'C11031500001879', 'ontrac'],
  ];
  for (const [name, number, code] of table)
    test(`${name}: ${number}`, () => {
      assert.equal(codeOf(number), code);
    });

  const wrong: [name: string, number: string][] = [
    ['UPS', '1Z999AA10123456785'],
    ['FedEx', '986578788856'],
    ['DHL Express', '3318810026'],
    ['DHL Paket', '00340434161094022116'],
    ['Royal Mail', 'RR123456786GB'],
    ['PostNL abroad', 'RR123456784NL'],
    ['DPD', `${withMod37('01596803160302').slice(0, -1)}?`],
  ];
  for (const [name, number] of wrong)
    test(`${name} with a wrong check digit is nobody’s: ${number}`, () => {
      assert.deepEqual(carrierOf({ number }), {});
    });

  test('what no form fits is nobody’s, and so is what two check digits fit', () => {
    for (const number of ['', 'X', '12345', 'ORDER-1043', '99999999999', 'RR123456785XX'])
      assert.deepEqual(carrierOf({ number }), {}, number);
    assert.equal(codeOf('149331877648230'), 'fedex');
    const both = bothFedExAndDpd();
    assert.equal(codeOf(both), undefined, both);
  });

  test('whatever is written, an answer fits the contract', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (number, carrier) => {
        const found = carrierOf({ number, carrier });
        if (found.carrier && carrier === undefined) Carrier.parse(found.carrier);
        if (found.url) Link.parse(found.url);
      }),
    );
  });
});

describe('a carrier that was named', () => {
  test('wins over what the number looks like, and makes the link', () => {
    assert.deepEqual(carrierOf({ carrier: 'gls', number: '1Z999AA10123456784' }), {
      carrier: { code: 'gls', name: 'GLS' },
      url: 'https://gls-group.com/GROUP/en/parcel-tracking?match=1Z999AA10123456784',
    });
  });

  test('is known by other spellings', () => {
    for (const carrier of ['royal-mail', 'Royal Mail', 'ROYAL_MAIL', 'royalmail'])
      assert.equal(carrierOf({ carrier }).carrier?.code, 'royal-mail');
    assert.equal(carrierOf({ carrier: 'DHL Express' }).carrier?.code, 'dhl');
    assert.equal(carrierOf({ carrier: 'Deutsche Post' }).carrier?.code, 'dhl-de');
  });

  test('that we do not know keeps its name and has no link', () => {
    assert.deepEqual(carrierOf({ carrier: 'city-riders', number: '1Z999AA10123456784' }), {
      carrier: { code: 'city-riders', name: 'City Riders' },
    });
  });

  test('leaves the shop’s own link as it is', () => {
    const url = 'https://alder.example/track/1';
    assert.equal(carrierOf({ carrier: 'ups', number: '1', url }).url, url);
    assert.deepEqual(carrierOf({ url }), { url });
  });

  test('has no link without a number', () => {
    assert.equal(carrierOf({ carrier: 'ups' }).url, undefined);
  });

  test('each we know has one place in its link for the number, and a code of the contract', () => {
    for (const [code, { name, link }] of Object.entries(carriers)) {
      Carrier.parse({ code, name });
      assert.equal(link.split('{number}').length, 2, code);
      Link.parse(link);
    }
  });
});

/** ISO 7064 MOD 37,36 as the standard's own table walks it, to check ours by. */
function withMod37(digits: string): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let left = 36;
  for (const digit of digits) {
    left += letters.indexOf(digit);
    if (left > 36) left -= 36;
    left *= 2;
    if (left >= 37) left -= 37;
  }
  return digits + letters[(37 - left) % 36];
}

/** Fifteen digits that satisfy DPD's check and FedEx Ground's. */
function bothFedExAndDpd(): string {
  for (let serial = 10_000_000_000_000; ; serial += 1) {
    const number = withMod37(String(serial));
    if (!/^\d{15}$/.test(number)) continue;
    const digits = [...number].map(Number);
    const check = digits.pop();
    const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 ? 3 : 1), 0);
    if ((10 - (sum % 10)) % 10 === check) return number;
  }
}
