import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alertMail } from '../../../src/backend/channels/email/alert-mail.ts';
import { aShop } from '../../builders/shop.ts';

const mail = (language: string, stock: number) => {
  const variant = {
    ...{
      id: 'boots-42',
      product: 'boots',
      name: 'Winter boots',
      options: [{ name: 'Size', value: '42' }],
    },
    ...{ price: 8900, currency: 'EUR', available: true, stock },
  };
  return alertMail(aShop(), 'mara@kern.example', {
    alert: { kind: 'low', product: 'boots', variant: variant.id },
    product: { id: 'boots', name: 'Winter boots', tags: [], variants: [variant] },
    ...{ variant, language, page: 'https://alder.example/boots', stop: 'https://alder.example/x' },
  });
};

describe('The mail that few are left', () => {
  for (const [language, one, more] of [
    ['en', /42: 1 left, for €89/, /42: 3 left/],
    ['es', /42: queda 1, por/, /42: quedan 3, por/],
    ['it', /42: ne resta 1, a/, /42: ne restano 3, a/],
    ['pt', /42: resta 1, por/, /42: restam 3, por/],
    ['he', /נשאר אחד/, /נשארו 3/],
    ['ar', /بقيت قطعة واحدة/, /بقيت 3 قطع/],
  ] as const)
    test(`counts them as one does in ${language}`, () => {
      const told = (stock: number) => mail(language, stock).text.replaceAll(/[\u2068\u2069]/g, '');
      assert.match(told(1), one);
      assert.match(told(3), more);
    });

  test('fences off a name that reads the other way, and no other', () => {
    assert.equal(mail('he', 3).subject, 'עומד לאזול: \u2068Winter boots\u2069');
    assert.equal(mail('fr', 3).subject, 'Bientôt épuisé\u202f: Winter boots');
  });
});
