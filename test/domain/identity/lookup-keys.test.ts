import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  emailKey,
  orderNumberKey,
  phoneKey,
  trackingNumberKey,
} from '../../../src/domain/identity/lookup-keys.ts';

describe('lookup keys', () => {
  const same: [name: string, key: (text: string) => string, key: string, ...written: string[]][] = [
    ['e-mail', emailKey, 'anna@mail.example', 'Anna@Mail.Example', ' anna@mail.example\t'],
    [
      'accented e-mail',
      emailKey,
      'žofie@mail.example',
      'Žofie@mail.example',
      'z\u030cofie@mail.example',
    ],
    [
      'phone',
      phoneKey,
      '31612345678',
      '+31 6 1234 5678',
      '0031-6-12345678',
      '+31 (0)6 12 34 56 78',
    ],
    ['phone at home', phoneKey, '0612345678', '06 12345678', '(06) 1234.5678'],
    [
      'order number',
      orderNumberKey,
      'al-1043',
      '#AL-1043',
      'al - 1043',
      ' # Al-1043 ',
      '##al-1043',
    ],
    ['full-width order number', orderNumberKey, 'al1043', 'ＡＬ１０４３'],
    ['tracking number', trackingNumberKey, '3SABCD1234567', '3s abcd 123-4567', '3SABCD.1234567'],
  ];
  for (const [name, key, expected, ...written] of same)
    test(`${name}: one however it is written`, () => {
      for (const text of written) assert.equal(key(text), expected, text);
    });

  test('what differs stays apart', () => {
    assert.notEqual(phoneKey('+31612345678'), phoneKey('+32612345678'));
    assert.notEqual(emailKey('a.b@mail.example'), emailKey('ab@mail.example'));
    assert.notEqual(orderNumberKey('1-043'), orderNumberKey('1043'));
  });
});
