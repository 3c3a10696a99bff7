import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CartPage } from '../../../src/widget/cart/cart.ts';
import { shopify } from '../../../src/widget/cart/shopify.ts';
import { url } from '../../../src/widget/cart/url.ts';
import { woocommerce } from '../../../src/widget/cart/woocommerce.ts';
import { fakeShopify } from './fake-shopify.ts';
import { fakeWooCommerce } from './fake-woocommerce.ts';

const item = (variant: string, quantity = 1) => ({ product: 'coat', variant, quantity });
const on = (base: string, said = ''): CartPage => ({ base, said, go: () => undefined });

describe('Shopify’s cart', () => {
  test('takes all items in one request', async (t) => {
    const shop = await fakeShopify({ 41: 5, 42: 5 });
    t.after(shop.stop);
    const items = [item('gid://shopify/ProductVariant/41', 2), item('42')];
    assert.deepEqual(await shopify(items, on(shop.base)), {
      url: new URL('/cart', shop.base).href,
    });
    assert.deepEqual(
      [...shop.cart],
      [
        [41, 2],
        [42, 1],
      ],
    );
    assert.equal(shop.asked.length, 1);
  });

  test('says in its own words what is sold out, and has then taken nothing', async (t) => {
    const shop = await fakeShopify({ 41: 5, 42: 0 });
    t.after(shop.stop);
    const { refused } = await shopify([item('41'), item('42')], on(shop.base));
    assert.deepEqual(refused, [
      {
        variants: ['41', '42'],
        reason: 'refused',
        text: `The product 'Field coat - M' is already sold out.`,
      },
    ]);
    assert.equal(shop.cart.size, 0);
  });

  test('says that it does not know a variant', async (t) => {
    const shop = await fakeShopify({ 41: 5 });
    t.after(shop.stop);
    const { refused } = await shopify([item('7')], on(shop.base));
    assert.deepEqual(refused, [
      { variants: ['7'], reason: 'refused', text: 'Cannot find variant' },
    ]);
  });

  test('is asked below the root of the visitor’s language', async (t) => {
    const shop = await fakeShopify({ 41: 5 }, '/fr/');
    t.after(shop.stop);
    const { url: cart } = await shopify([item('41')], on(shop.base, '/fr/'));
    assert.equal(cart, new URL('/fr/cart', shop.base).href);
  });

  test('that is none, or is away, is told to be away', async (t) => {
    t.mock.method(console, 'error', () => undefined);
    const shop = await fakeShopify({});
    const silent = [{ variants: ['41'], reason: 'unreachable' }];
    assert.deepEqual((await shopify([item('41')], on(shop.base, '/else/'))).refused, silent);
    await shop.stop();
    assert.deepEqual((await shopify([item('41')], on(shop.base))).refused, silent);
  });

  test('is not asked for a variant that Shopify cannot know', async (t) => {
    const shop = await fakeShopify({ 41: 5 });
    t.after(shop.stop);
    const { refused } = await shopify([item('41'), item('coat-M-')], on(shop.base));
    assert.deepEqual(refused, [{ variants: ['41', 'coat-M-'], reason: 'refused' }]);
    assert.equal(shop.asked.length, 0);
  });
});

describe('WooCommerce’s cart', () => {
  test('takes one item after the other, each with the nonce of now', async (t) => {
    const shop = await fakeWooCommerce({ 41: 5, 42: 5 });
    t.after(shop.stop);
    assert.deepEqual(await woocommerce([item('41', 2), item('42')], on(shop.base)), {
      refused: [],
    });
    assert.deepEqual(
      [...shop.cart],
      [
        [41, 2],
        [42, 1],
      ],
    );
  });

  test('takes what it can, and says of each other thing why not', async (t) => {
    const shop = await fakeWooCommerce({ 41: 5, 42: 0, 43: 1 });
    t.after(shop.stop);
    const items = [item('42'), item('41'), item('43', 2), item('99')];
    const { refused = [] } = await woocommerce(items, on(shop.base));
    assert.deepEqual([...shop.cart], [[41, 1]]);
    assert.deepEqual(
      refused.map(({ variants, reason }) => [...variants, reason]),
      [
        ['42', 'sold_out'],
        ['43', 'sold_out'],
        ['99', 'refused'],
      ],
    );
    assert.match(
      refused[1]!.text!,
      /^You cannot add that amount of "Field coat" .*\(1 remaining\)/,
    );
  });

  test('whose nonce was an old one is asked once more with the new one', async (t) => {
    const shop = await fakeWooCommerce({ 41: 5 });
    t.after(shop.stop);
    shop.renew();
    assert.deepEqual(await woocommerce([item('41')], on(shop.base)), { refused: [] });
    assert.deepEqual([...shop.cart], [[41, 1]]);
  });

  test('is asked where the shop says its REST API is', async (t) => {
    const shop = await fakeWooCommerce({ 41: 5 }, '/blog/wp-json/');
    t.after(shop.stop);
    assert.deepEqual(await woocommerce([item('41')], on(shop.base, '/blog/wp-json/')), {
      refused: [],
    });
    assert.deepEqual((await woocommerce([item('41')], on(shop.base))).refused, [
      { variants: ['41'], reason: 'unreachable' },
    ]);
  });
});

describe('A page that takes what to put in from its address', () => {
  const base = 'https://alder.example/products/coat';
  async function address(template: string, items = [item('coat M/1', 2), item('knit&x=1')]) {
    let gone = '';
    const answer = await url(items, { base, said: template, go: (to) => (gone = to) });
    return answer.refused ? answer.refused : gone;
  }
  const table: [template: string, address: unknown][] = [
    ['/cart/[{variant}:{quantity}|,]', 'https://alder.example/cart/coat%20M%2F1:2,knit%26x%3D1:1'],
    [
      'https://shop.example/add?from=desk&[id={product}&n={quantity}|&]',
      'https://shop.example/add?from=desk&id=coat&n=2&id=coat&n=1',
    ],
    [
      'javascript:alert([{quantity}|,])',
      [{ variants: ['coat M/1', 'knit&x=1'], reason: 'unreachable' }],
    ],
    ['/cart/add?id={variant}', [{ variants: ['coat M/1', 'knit&x=1'], reason: 'one_at_a_time' }]],
  ];
  for (const [template, expected] of table)
    test(template, async () => {
      assert.deepEqual(await address(template), expected);
    });

  test('a template without brackets takes one item', async () => {
    const sku = { ...item('coat-m', 3), sku: 'C#1' };
    assert.equal(
      await address('/add?sku={sku}&qty={quantity}', [sku]),
      'https://alder.example/add?sku=C%231&qty=3',
    );
  });
});
