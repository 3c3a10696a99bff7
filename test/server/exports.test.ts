import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { ImportRow } from '../../src/contract/import.ts';
import { run } from '../../src/server/cli/program.ts';
import { exportRows } from '../../src/server/imports/csv/export-rows.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';
import { aTerminal } from './terminal.ts';

const EXPORTS = 'test/server/exports';
const textOf = (name: string) => readFileSync(join(EXPORTS, `${name}.csv`), 'utf8');
const settings = () => ({ currency: 'EUR', now: new Date('2026-02-01T00:00:00Z') });

/** The text in pieces of one size, as a file is read. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size = 1000, at = settings) {
  const found = [];
  for await (const made of exportRows(inPieces(text, size), 'file.csv', at)) found.push(made);
  return found;
}
const rowsOf = async (text: string, at?: typeof settings): Promise<ImportRow[]> =>
  (await read(text, 1000, at)).map((made) => {
    assert.ok('row' in made, JSON.stringify(made));
    return made.row;
  });

describe('Shopify’s order export', () => {
  test('is an order for each run of records with one name', async () => {
    const [mara, guest] = await rowsOf(textOf('orders'));
    assert.deepEqual(mara, {
      type: 'order',
      id: '5501001',
      number: '#4182',
      email: 'mara@kern.example',
      phone: '+32470004120',
      placedAt: '2026-01-18T09:41:00+01:00',
      status: 'shipped',
      currency: 'EUR',
      lines: [
        {
          ...{ id: '1', product: 'FC-M', variant: 'FC-M', name: 'Field coat - M' },
          ...{ quantity: 1, unitPrice: 21000 },
        },
        {
          ...{ id: '2', product: 'Morning coffee', variant: 'Morning coffee' },
          ...{ name: 'Morning coffee', quantity: 3, unitPrice: 1300 },
        },
      ],
      discounts: [{ label: 'WELCOME10', amount: -2490 }],
      shipping: 495,
      tax: 3975,
      taxIncluded: true,
      total: 22905,
      shippingMethod: 'Standard',
      payments: [
        { kind: 'card', label: 'Shopify Payments', amount: 22905 },
        { kind: 'card', label: 'Shopify Payments', amount: -1000 },
      ],
      address: {
        lines: ['Kammenstraat 14', '2nd floor'],
        ...{ name: 'Mara Kern', city: 'Antwerp', postcode: '2000', country: 'BE' },
      },
      shipments: [],
    });
    assert.ok(guest?.type === 'order');
    assert.equal(guest.status, 'cancelled');
    // yen have no decimals, and the tax came on top
    assert.deepEqual([guest.total, guest.tax, guest.taxIncluded], [3800, 300, false]);
    assert.deepEqual(guest.payments, []);
  });

  test('takes what was sent a month ago for arrived', async () => {
    const later = () => ({ ...settings(), now: new Date('2026-03-01T00:00:00Z') });
    const [mara] = await rowsOf(textOf('orders'), later);
    assert.ok(mara?.type === 'order');
    assert.equal(mara.status, 'delivered');
  });

  test('is the same however it is cut into pieces', async () => {
    const whole = await read(textOf('orders'));
    for (const size of [1, 7, 64]) assert.deepEqual(await read(textOf('orders'), size), whole);
    const windows = textOf('orders').replaceAll('\n', '\r\n');
    for (const size of [1, 7, 64]) assert.deepEqual(await read(windows, size), whole);
  });

  test('tells bad cells by the line their order begins on', async () => {
    const broken = textOf('orders')
      .replace(',1500,', ',fifteen,')
      .replace('#4182,mara@kern.example,,', '#9999,mara@kern.example,,');
    const made = await read(broken);
    assert.deepEqual(
      made.flatMap((each) => ('fault' in each ? [[each.line, each.fault.pointer]] : [])),
      [
        [4, 'Total'],
        [5, 'Lineitem price'],
      ],
    );
  });
});

test('Shopify’s product export is a product for each handle', async () => {
  const [coat, beanie] = await rowsOf(textOf('products'));
  assert.deepEqual(coat, {
    type: 'product',
    id: 'field-coat',
    name: 'Field coat',
    url: '/products/field-coat',
    picture: { url: 'https://cdn.example/coat.jpg', alt: 'Camel field coat' },
    category: 'Coats',
    tags: ['wool', 'winter'],
    variants: [
      {
        ...{ id: 'field-coat:M', sku: 'FC-M', options: { Size: 'M' } },
        ...{ price: 24900, currency: 'EUR', available: true, stock: 4 },
      },
      {
        ...{ id: 'field-coat:L', sku: 'FC-L', options: { Size: 'L' } },
        ...{ price: 24900, currency: 'EUR', available: false, stock: 0 },
        picture: { url: 'https://cdn.example/coat-l.jpg', alt: '' },
      },
    ],
  });
  assert.ok(beanie?.type === 'product');
  assert.deepEqual(beanie.variants, [
    { id: 'beanie', price: 3900, currency: 'EUR', available: false },
  ]);
});

test('a product export with Shopify’s newer columns is read as well', async () => {
  const text =
    'Title,URL handle,Type,Status,SKU,Option1 name,Option1 value,Price,Inventory tracker,Inventory quantity,Continue selling when out of stock\n' +
    'Holm tote,tote,Bags,Active,HT,Colour,Chestnut,185.00,shopify,0,TRUE\n';
  const [tote] = await rowsOf(text);
  assert.ok(tote?.type === 'product');
  assert.deepEqual(tote.variants, [
    {
      ...{ id: 'tote:Chestnut', sku: 'HT', options: { Colour: 'Chestnut' } },
      ...{ price: 18500, currency: 'EUR', available: true, stock: 0 },
    },
  ]);
});

test('Shopify’s customer export is a customer for each record', async () => {
  const [mara, bo] = await rowsOf(textOf('customers'));
  assert.deepEqual(mara, {
    ...{ type: 'customer', id: '9001001', email: 'mara@kern.example', phone: '+32470004120' },
    ...{ firstName: 'Mara', lastName: 'Kern' },
    address: {
      lines: ['Kammenstraat 14', '2nd floor'],
      ...{ name: 'Mara Kern', city: 'Antwerp', postcode: '2000', country: 'BE' },
    },
  });
  assert.ok(bo?.type === 'customer');
  assert.deepEqual(bo.address?.lines, ['Lund, Bo & Co', 'Storgatan 1']);
});

test('an apostrophe before a number is a spreadsheet’s, any other is the shopper’s own', async () => {
  const customer = async (
    first: string,
    street: string,
    zip: string,
    city: string,
    phone: string,
  ) => {
    const [row] = await rowsOf(
      'Customer ID,First Name,Last Name,Email,Default Address Address1,Default Address City,Default Address Zip,Default Address Country Code,Phone\n' +
        `1,${first},Kern,a@mail.example,${street},${city},${zip},NL,${phone}\n`,
    );
    assert.ok(row?.type === 'customer');
    const { lines, city: town, postcode } = row.address!;
    return [row.firstName, ...lines, postcode, town, row.phone];
  };
  assert.deepEqual(
    await customer("'t Hart", "'t Hof 3", "'5211 AX", "'s-Hertogenbosch", "'+31735550100"),
    ["'t Hart", "'t Hof 3", '5211 AX', "'s-Hertogenbosch", '+31735550100'],
  );
  // what a formula begins with, a postcode that begins with a letter, and a decade
  assert.deepEqual(await customer("'=Anna", "'90s Road", "'K1A 0B1", "'-40", "'0612345678"), [
    ...['=Anna', "'90s Road", 'K1A 0B1', '-40', '0612345678'],
  ]);
});

describe('import of CSV', () => {
  function folder(files: Record<string, string> = {}): string {
    const cwd = aFolder('exports');
    writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig()));
    for (const name of ['products', 'customers', 'orders'])
      copyFileSync(join(EXPORTS, `${name}.csv`), join(cwd, `${name}.csv`));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    return cwd;
  }

  test('brings in all three exports at once, beside JSON Lines', async () => {
    const line = JSON.stringify({ type: 'customer', id: 'anna', email: 'anna@mail.example' });
    const cwd = folder({ 'more.jsonl': `${line}\n` });
    const terminal = aTerminal({ cwd });
    const files = ['orders.csv', 'products.csv', 'customers.csv', 'more.jsonl'];
    assert.equal(await run(['import', ...files], terminal), 0, terminal.complained());
    assert.equal(terminal.told(), '7 rows imported.\n');
    const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'));
    const found = await storage.catalogue.findOrder('alder', '4182', {
      email: 'mara@kern.example',
    });
    assert.equal(found?.total, 22905);
    await storage.close();
  });

  const namesIn = async (cwd: string) => {
    const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'));
    const found = await storage.catalogue.findOrder('alder', '4182', {
      email: 'mara@kern.example',
    });
    await storage.close();
    return found?.lines.map(({ product, variant }) => [product, variant]);
  };
  const noProduct = ['Morning coffee', 'Morning coffee'];

  test('finds by its SKU what an order is of, whichever file comes first', async () => {
    const cwd = folder();
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'orders.csv', 'products.csv'], terminal), 0);
    assert.deepEqual(await namesIn(cwd), [['field-coat', 'field-coat:M'], noProduct]);
  });

  test('finds by its SKU what an earlier import brought', async () => {
    const cwd = folder();
    assert.equal(await run(['import', 'orders.csv'], aTerminal({ cwd })), 0);
    assert.deepEqual(await namesIn(cwd), [['FC-M', 'FC-M'], noProduct]);
    assert.equal(await run(['import', 'products.csv'], aTerminal({ cwd })), 0);
    assert.equal(await run(['import', 'orders.csv'], aTerminal({ cwd })), 0);
    assert.deepEqual(await namesIn(cwd), [['field-coat', 'field-coat:M'], noProduct]);
  });

  test('leaves a SKU that two variants have, and what is a variant’s id', async () => {
    const products = textOf('products');
    const twice = products.replace(',FC-L,', ',FC-M,');
    const other = `${products}FC-M,Another,,Alder,,,,true,Title,Default Title,,,,,X,80,,,deny,manual,39,,,,,false,,active\n`;
    for (const text of [twice, other]) {
      const cwd = folder({ 'products.csv': text });
      assert.equal(await run(['import', 'products.csv', 'orders.csv'], aTerminal({ cwd })), 0);
      assert.deepEqual(await namesIn(cwd), [['FC-M', 'FC-M'], noProduct]);
    }
  });

  test('is all or nothing, with every bad row told by line', async () => {
    const text = textOf('orders').replace(',4.95,', ',4.9.5,').replace('-0061,JP-13', '"x');
    const bad = textOf('orders').replace(',4.95,', ',4.9.5,').replace(',3800,,0', ',,,0');
    const cwd = folder({ 'bad.csv': bad, 'broken.csv': text });
    const terminal = aTerminal({ cwd });
    assert.equal(await run(['import', 'customers.csv', 'bad.csv'], terminal), 3);
    assert.match(terminal.complained(), /^bad\.csv:2 {2}Shipping {2}This is no amount/m);
    assert.match(terminal.complained(), /^bad\.csv:5 {2}Total {2}The records of an order/m);
    assert.match(terminal.complained(), /Nothing was imported: 2 of 4 rows are bad\./);
    const broken = aTerminal({ cwd });
    assert.equal(await run(['import', 'broken.csv'], broken), 2);
    assert.match(broken.complained(), /the record that begins at line 5 is no CSV/);
  });

  test('of another program’s file says which it takes', async () => {
    for (const text of ['Date,Amount\n1,2\n', '', 'Date,Amount\n']) {
      const cwd = folder({ 'other.csv': text });
      const terminal = aTerminal({ cwd });
      assert.equal(await run(['import', 'other.csv'], terminal), 2);
      assert.match(terminal.complained(), /none of Shopify’s exports/);
    }
  });
});
