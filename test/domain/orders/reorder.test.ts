import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProductRecord } from '../../../src/domain/products.ts';
import { categoriesFor, reorder } from '../../../src/domain/orders/reorder.ts';
import { aLine, aPaidOrder, aVariant } from '../../builders/cases.ts';

const colour = (value: string) => ({ name: 'Colour', value });
const size = (value: string) => ({ name: 'Size', value });
const aProduct = (id: string, variants: ProductRecord['variants'], category = 'Shoes') => ({
  ...{ id, name: id, category, tags: [] },
  variants: variants.map((each) => ({ ...each, product: id, name: id })),
});
const bought = aLine({ options: [size('38'), colour('red')], quantity: 2 });
const order = aPaidOrder({ lines: [bought] });
const gone = aVariant({ available: false });

/** "boots-38 x2" in the cart; "boots-38 x2 -> boots-39" where something stands in. */
function told(products: ProductRecord[], of = order) {
  const { lines, gone: missing } = reorder(of, products);
  return [
    ...lines.map(({ variant, quantity }) => `${variant} x${quantity}`),
    ...missing.map(
      ({ line, quantity, alternative }) => `${line} x${quantity} -> ${alternative?.variant}`,
    ),
  ];
}

describe('Ordering again', () => {
  test('fills the cart at the price of now', () => {
    const { lines } = reorder(order, [aProduct('boots', [aVariant({ price: 12_000 })])]);
    assert.deepEqual(
      lines.map(({ line, variant, quantity, unitPrice }) => [line, variant, quantity, unitPrice]),
      [['l1', 'boots-38', 2, { amount: 12_000, currency: 'EUR' }]],
    );
  });

  test('shows a variant without a picture of its own as its product', () => {
    const picture = { url: 'https://alder.example/boots.jpg', alt: 'Boots' };
    const { lines } = reorder(order, [{ ...aProduct('boots', [aVariant({})]), picture }]);
    assert.deepEqual(lines[0]?.picture, picture);
  });

  const alike = [
    aVariant({ id: 'red-40', options: [size('40'), colour('red')], price: 14_000 }),
    aVariant({ id: 'blue-38', options: [size('38'), colour('blue')], price: 11_000 }),
    aVariant({ id: 'blue-40', options: [size('40'), colour('blue')], price: 10_000 }),
  ];
  const table: [string, ProductRecord[], string[]][] = [
    ['names what is nowhere any more', [], ['l1 x2 -> undefined']],
    [
      'offers the same product with the most options in common, at the nearest price',
      [aProduct('boots', [gone, ...alike])],
      ['l1 x2 -> blue-38'],
    ],
    [
      'takes as many as are left',
      [aProduct('boots', [aVariant({ stock: 1 }), ...alike])],
      ['boots-38 x1', 'l1 x1 -> blue-38'],
    ],
    [
      'offers nothing of which there are too few',
      [aProduct('boots', [gone, aVariant({ id: 'few', stock: 1 })])],
      ['l1 x2 -> undefined'],
    ],
    [
      'offers another product of its category where none of its own is left',
      [
        aProduct('boots', [gone]),
        aProduct('coat', [aVariant({ id: 'coat-m' })], 'Coats'),
        aProduct('shoes', [
          aVariant({ id: 'shoes-a', price: 20_000, options: [] }),
          aVariant({ id: 'shoes-b', price: 9000, options: [] }),
        ]),
      ],
      ['l1 x2 -> shoes-b'],
    ],
  ];
  for (const [what, products, expected] of table)
    test(what, () => {
      assert.deepEqual(told(products), expected);
    });

  test('counts what is left once, over all lines', () => {
    const of = aPaidOrder({ lines: [aLine({ quantity: 2 }), aLine({ id: 'l2', quantity: 2 })] });
    assert.deepEqual(told([aProduct('boots', [aVariant({ stock: 3 })])], of), [
      'boots-38 x2',
      'boots-38 x1',
      'l2 x1 -> undefined',
    ]);
  });

  test('asks for other products of a category only where nothing else stands in', () => {
    assert.deepEqual(categoriesFor(order, [aProduct('boots', [gone])]), ['Shoes']);
    assert.deepEqual(categoriesFor(order, [aProduct('boots', [gone, ...alike])]), []);
    assert.deepEqual(categoriesFor(order, []), []);
  });
});
