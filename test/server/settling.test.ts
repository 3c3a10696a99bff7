import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Storage, Shop } from '../../src/backend/ports.ts';
import type { CustomerExport } from '../../src/contract/customer-export.ts';
import type { Receipt } from '../../src/contract/quotes.ts';
import type { Return } from '../../src/contract/returns.ts';
import { decideCancellation } from '../../src/domain/changes/cancellation.ts';
import { decideReturn } from '../../src/domain/returns/returns.ts';
import { run } from '../../src/server/cli/program.ts';
import { shopsHere } from '../../src/server/cli/shops-here.ts';
import { chooseTarget } from '../../src/server/cli/target.ts';
import { loadConfig } from '../../src/server/config/load.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { aPicture } from '../builders/pictures.ts';
import { aCustomer, aLine, anOrder } from '../builders/rows.ts';
import { aFolder } from './folder.ts';
import { runCli, startServerProcess } from './server-process.ts';
import { aTerminal } from './terminal.ts';

const FILE = 'front-desk.config.json';
const address = { name: 'Anna', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const now = new Date();
const yesterday = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
const paid = (reference: string) => [
  { kind: 'card' as const, label: 'Visa', lastFour: '4242', amount: 8900, reference },
];

/** A shop that looks at everything first, with a return and a cancellation that wait for it. */
async function aBusyShop(): Promise<{ cwd: string; receipt: string }> {
  const cwd = aFolder('settling');
  const policy = {
    ...{ from: 'default', cancel: { review: true } },
    returns: { review: true, settleOn: 'inspected' },
  };
  const labels = { driver: 'sandbox', returnTo: address };
  const shop = aShopConfig({ policy, labels, payments: { driver: 'sandbox' } });
  writeFileSync(join(cwd, FILE), JSON.stringify(aConfig({ shop })));
  let receipt = '';
  await inDatabase(cwd, async (storage, its) => {
    await storage.catalogue.put(its, [
      aCustomer({ address }),
      anOrder({
        ...{ id: 'sent', number: '#4051', customer: 'anna', deliveredOn: yesterday, address },
        ...{ placedAt: now.toISOString(), payments: paid('pi_sent') },
        lines: [aLine()],
      }),
      anOrder({
        ...{ id: 'new', number: '#4052', customer: 'anna', status: 'placed' },
        ...{ placedAt: now.toISOString(), payments: paid('pi_new') },
      }),
    ]);
    const line = { line: 'line-1', quantity: 1, reason: 'too_small' as const };
    const back = {
      ...{
        lines: [{ ...line, photos: ['upl_crack'], outcome: { kind: 'refund' as const } }],
        method: 'drop_off' as const,
      },
      ...{ instant: false, gift: false },
    };
    const picture = aPicture('image/png');
    const upload = {
      shop: its.id,
      id: 'upl_crack',
      owner: { customer: 'anna' },
      type: 'image/png' as const,
    };
    await storage.uploads.add(
      { ...upload, size: picture.length, createdAt: now.toISOString(), bytes: picture },
      { files: 1, bytes: picture.length, since: now.toISOString() },
    );
    const wish = { at: now, by: 'customer' as const };
    await storage.changes.write(its, 'sent', { ...wish, request: back, variants: [] }, (held) =>
      decideReturn({ ...held, policy: its.policy!, now, request: back }),
    );
    const request = { reason: 'other' as const, refundTo: 'original' as const };
    const written = await storage.changes.write(its, 'new', { ...wish, request }, (held) =>
      decideCancellation({ ...held, policy: its.policy!, now, request }),
    );
    assert.ok(written && !('refused' in written));
    receipt = written.receipt.id;
  });
  return { cwd, receipt };
}

async function inDatabase<Found>(
  cwd: string,
  look: (storage: Storage, shop: Shop) => Promise<Found>,
): Promise<Found> {
  const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'));
  try {
    return await look(
      storage,
      createShops(loadConfig(join(cwd, FILE), () => undefined).shops).all()[0]!,
    );
  } finally {
    await storage.close();
  }
}

async function command(cwd: string, ...words: string[]) {
  const terminal = aTerminal({ cwd });
  const exit = await run(words, terminal);
  return { exit, told: terminal.told(), complained: terminal.complained() };
}

test('what was set in the console stands over the config where no server is asked, too', async () => {
  const { cwd } = await aBusyShop();
  const terminal = aTerminal({ cwd });
  const brand = await inDatabase(cwd, async (storage, { id: shop }) => {
    const value = JSON.stringify({ accent: '#123456' });
    const saved = { at: now.toISOString(), by: 'Ines' };
    await storage.settings.save({ shop, name: 'brand', version: 1, value, ...saved });
    return (await shopsHere(chooseTarget({}, terminal), storage, terminal)).find(shop)?.brand;
  });
  assert.deepEqual(brand, { accent: '#123456' });
});

describe('the customers command', () => {
  test('exports all that is kept of one, by their id or address, with and without a server', async () => {
    const { cwd } = await aBusyShop();
    const { told } = await command(cwd, 'customers', 'export', 'anna');
    const { tables } = JSON.parse(told) as CustomerExport;
    assert.deepEqual(
      ['customers', 'orders', 'returns'].map((table) => tables[table]?.length),
      [1, 2, 1],
    );
    const { email } = tables['customers']![0]!;
    const server = await startServerProcess(['--dev'], { cwd });
    const { stdout } = await runCli(['customers', 'export', email!, '--json'], { cwd });
    assert.deepEqual((JSON.parse(stdout) as CustomerExport).tables['orders'], tables['orders']);
    server.child.kill('SIGTERM');
    await server.ended;
    assert.equal((await command(cwd, 'customers', 'export', 'nobody')).exit, 1);
  });
});

describe('the returns command', () => {
  test('lists them, shows one, and takes it to its end', async () => {
    const { cwd } = await aBusyShop();
    const list = await command(cwd, 'returns', 'list');
    assert.match(list.told, /^NUMBER +STATE +SINCE/);
    assert.match(list.told, /^4051-1 +requested +\S+ \S+ +1 +refund +EUR 89\.00 +drop_off/m);
    const none = await command(cwd, 'returns', 'list', '--state', 'received', 'settled');
    assert.equal(none.told, 'No returns.\n');
    const sheet = await command(cwd, 'returns', 'show', '4051-1');
    assert.match(sheet.told, /^line-1 +1 +too_small +refund$/m);
    assert.match(sheet.told, /^Visa 4242 +planned +EUR 89\.00$/m);
    for (const [step, state] of [
      ['approve', 'approved'],
      ['receive', 'received'],
      ['inspect', 'inspected'],
      ['settle', 'settled'],
    ] as const)
      assert.equal((await command(cwd, 'returns', step, '4051-1')).told, `4051-1 is ${state}.\n`);
    const { exit, complained } = await command(cwd, 'returns', 'receive', '4051-1');
    assert.equal(exit, 1);
    assert.match(complained, /cannot go there from where it is/);
  });

  test('names the pictures that were sent with one, and saves them', async () => {
    const { cwd } = await aBusyShop();
    const { told } = await command(cwd, 'returns', 'show', '4051-1');
    assert.match(told, /^line-1 +upl_crack$/m);
    const save = () => command(cwd, 'uploads', 'save', 'upl_crack', 'crack.png');
    assert.match((await save()).told, /crack\.png holds the image\/png\.\n$/);
    assert.deepEqual(new Uint8Array(readFileSync(join(cwd, 'crack.png'))), aPicture('image/png'));
    const again = await save();
    assert.equal(again.exit, 1);
    assert.match(again.complained, /cannot be written: .*exists/);
    const none = await command(cwd, 'uploads', 'save', 'upl_none', 'none.png');
    assert.match(none.complained, /There is no such thing in this shop/);
  });

  test('refuses one in the shop’s words, and only with them', async () => {
    const { cwd } = await aBusyShop();
    assert.equal((await command(cwd, 'returns', 'refuse', '4051-1')).exit, 2);
    const why = ['--why', 'It was worn.'];
    const { told } = await command(cwd, 'returns', 'refuse', '4051-1', ...why, '--json');
    const refused = JSON.parse(told) as Return;
    assert.deepEqual([refused.state, refused.refusedWhy], ['refused', 'It was worn.']);
  });

  test('knows no return, shop and state that is not there', async () => {
    const { cwd } = await aBusyShop();
    assert.equal((await command(cwd, 'returns', 'show', '9-9')).exit, 1);
    assert.equal((await command(cwd, 'returns', 'list', '--shop', 'birch')).exit, 2);
    const { exit, complained } = await command(cwd, 'returns', 'list', '--state', 'lost');
    assert.equal(exit, 2);
    assert.match(complained, /lost is no state\. There are requested, approved/);
  });

  test('asks the server that runs, which makes the label', async () => {
    const { cwd } = await aBusyShop();
    const server = await startServerProcess(['--dev'], { cwd });
    const { stdout, stderr } = await runCli(['returns', 'approve', '4051-1'], { cwd });
    assert.equal(stdout, '4051-1 is label_sent.\n', stderr);
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });
});

describe('the changes command', () => {
  test('lists what waits, and does it once', async () => {
    const { cwd, receipt } = await aBusyShop();
    const { told } = await command(cwd, 'changes', 'list');
    assert.match(
      told,
      new RegExp(`^${receipt} +cancellation +new +\\S+ \\S+ +EUR 89.00 +other$`, 'm'),
    );
    const approved = await command(cwd, 'changes', 'approve', receipt, '--json');
    const { state, moves } = JSON.parse(approved.told) as Receipt;
    assert.deepEqual([state, moves[0]?.state], ['done', 'moving']);
    assert.equal((await command(cwd, 'changes', 'list')).told, 'Nothing waits.\n');
    const again = await command(cwd, 'changes', 'approve', receipt);
    assert.equal(again.exit, 1);
    assert.match(again.complained, /Nothing waits for your word/);
    const order = await inDatabase(cwd, (storage) => storage.catalogue.order('alder', 'new'));
    assert.equal(order?.status, 'cancelled');
    assert.equal(order.payments.at(-1)?.amount, -8900);
  });

  test('does nothing of what is refused', async () => {
    const { cwd, receipt } = await aBusyShop();
    const { told } = await command(cwd, 'changes', 'refuse', receipt);
    assert.match(told, /^state +refused$/m);
    const order = await inDatabase(cwd, (storage) => storage.catalogue.order('alder', 'new'));
    assert.equal(order?.status, 'placed');
  });

  test('lists what is owed by hand, and says that it was given back', async () => {
    const { cwd, receipt } = await aBusyShop();
    assert.equal((await command(cwd, 'changes', 'refunds')).told, 'Nothing is owed.\n');
    await command(cwd, 'changes', 'approve', receipt);
    await inDatabase(cwd, async ({ money }, shop) => {
      const at = new Date(Date.now() + 60_000);
      const lease = new Date(at.getTime() + 60_000).toISOString();
      const claimed = await money.claim({ now: at.toISOString(), until: lease, most: 10 });
      for (const { id } of claimed) await money.settle(shop, id, lease, { state: 'unasked' }, at);
    });
    const { told } = await command(cwd, 'changes', 'refunds');
    assert.match(
      told,
      new RegExp(`^${receipt} +cancellation +new +\\S+ \\S+ +EUR 89.00 +Visa 4242$`, 'm'),
    );
    const given = await command(cwd, 'changes', 'refunded', receipt);
    assert.match(given.told, /^Visa 4242 +done +EUR 89\.00$/m);
    const again = await command(cwd, 'changes', 'refunded', receipt);
    assert.equal(again.exit, 1);
    assert.match(again.complained, /No refund of this receipt waits/);
  });

  test('does not do to an order what was decided about another', async () => {
    const { cwd, receipt } = await aBusyShop();
    await inDatabase(cwd, (storage, shop) =>
      storage.catalogue.put(shop, [
        anOrder({ id: 'new', number: '#4052', customer: 'anna', status: 'processing' }),
      ]),
    );
    const { exit, complained } = await command(cwd, 'changes', 'approve', receipt);
    assert.equal(exit, 1);
    assert.match(complained, /The order is another by now/);
  });
});
