import assert from 'node:assert/strict';
import { createSandboxLabels } from '../../src/backend/labels/sandbox.ts';
import { begun } from '../../src/domain/conversations/conversations.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aPolicy } from '../builders/cases.ts';
import { aColleague, CONSOLE } from '../builders/colleague.ts';
import { aPicture } from '../builders/pictures.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';

/** Everybody who is not Mara of Alder. */
export const others = [
  'nobody',
  'visitor',
  'guest of it',
  'guest of another order',
  'another customer',
  'another shop',
  'another shop, at home',
  'staff',
] as const;
export type Other = (typeof others)[number];

const MARA = 'mara@kern.example';
export const policy = aPolicy({ cancel: { undoMinutes: 60 }, edit: { undoMinutes: 60 } });
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
/** `left` of the larger ones. */
export const shirts = (left: number) =>
  aProduct({
    id: 'shirt',
    variants: ['m', 'l'].map((size) => ({
      ...{ id: `shirt-${size}`, price: 8900, currency: 'EUR', available: size === 'm' || left > 0 },
      ...{ stock: size === 'm' ? 1 : left, options: { Size: size } },
    })),
  });
const ordered = {
  ...{ customer: 'mara', email: MARA, address },
  lines: [aLine({ id: 'shirt', product: 'shirt', variant: 'shirt-m', unitPrice: 8900 })],
  payments: [{ kind: 'card' as const, label: 'Visa', amount: 8900, reference: 'pi_1' }],
};
const rows = [
  aCustomer({ id: 'mara', email: MARA, address }),
  aCustomer({ id: 'bo', email: 'bo@lund.example' }),
  shirts(1),
  anOrder({ ...ordered, id: 'placed', number: '4182', status: 'placed' }),
  anOrder({ ...ordered, id: 'arrived', number: '4183', deliveredOn: '2026-11-20' }),
  anOrder({ id: 'bos-order', number: '4184', customer: 'bo', email: 'bo@lund.example' }),
];
/** Their Mara is another: an id of a customer that both shops use opens nothing of the other's. */
const rowsOfBirch = [
  aCustomer({ id: 'mara', email: 'mara@birch.example' }),
  anOrder({ id: 'of-birch', number: '4182', customer: 'mara', email: 'mara@birch.example' }),
];

export interface World {
  desk: BackendUnderTest;
  mara: Visitor;
  pages: Record<Other, Visitor>;
  /** The id of a quote of hers. */
  quote(path: string, wish: object): Promise<string>;
  /** What came of a wish of hers, quoted and confirmed. */
  done(path: string, wish: object): Promise<{ id: string; return?: unknown }>;
}

/** Two shops with somebody of every kind, and what is Mara's in one of them. */
export async function aWorld(): Promise<World> {
  const birch = aShop({ id: 'birch', name: 'Birch', policy });
  const labels = createSandboxLabels({ shop: 'alder', currency: 'EUR', to: address });
  const desk = await aBackend({
    shops: [aShop({ policy }), birch],
    rows,
    ports: { labels: () => labels, consoleAddress: () => CONSOLE },
  });
  await desk.load(rowsOfBirch, birch);
  await keepHers(desk);
  const [alder, home] = [{ shop: 'alder' }, { shop: 'birch' }];
  const atHome = await aCustomerVisitor(desk, 'mara@birch.example', home);
  const visitor = desk.visitor(alder);
  visitor.token = (await visitor.post('/session')).body.token;
  // the browser of somebody of the shop, in the shop itself
  const staff = desk.visitor(alder);
  const lead = await aColleague(desk, { role: 'lead' });
  for (const [name, value] of lead.cookies) staff.cookies.set(name, value);
  const mara = await aCustomerVisitor(desk, MARA, alder);
  desk.clock.pass(31);
  const post = async (path: string, body: object) => {
    const told = await mara.post(path, body);
    assert.equal(told.status, 200, told.body.code);
    return told.body;
  };
  const quote = async (path: string, wish: object) => (await post(`${path}/quote`, wish)).id;
  return {
    ...{ desk, mara, quote },
    done: async (path, wish) => post(path, { ...wish, quote: await quote(path, wish) }),
    pages: {
      ...{ nobody: desk.visitor(alder), visitor, staff },
      'guest of it': await aGuestVisitor(desk, '4182', MARA, alder),
      'guest of another order': await aGuestVisitor(desk, '4184', 'bo@lund.example', alder),
      'another customer': await aCustomerVisitor(desk, 'bo@lund.example', alder),
      'another shop': desk.visitor({ ...alder, token: atHome.token! }),
      'another shop, at home': atHome,
    },
  };
}

/** Her other session, her picture and her talk. */
async function keepHers({ storage, clock }: BackendUnderTest): Promise<void> {
  const tonight = '2026-11-23T23:00:00.000Z';
  await storage.sessions.start(
    {
      ...{ id: 'elsewhere', shop: 'alder', kind: 'customer', customer: 'mara' },
      ...{ verifiedAt: tonight, endsAt: tonight },
    },
    [{ hash: 'of elsewhere', use: 'refresh', expiresAt: tonight }],
  );
  const bytes = aPicture('image/png');
  const owner = { customer: 'mara' };
  const createdAt = clock.now.toISOString();
  await storage.uploads.add(
    {
      ...{ id: 'maras-picture', shop: 'alder', owner, createdAt },
      ...{ type: 'image/png', size: bytes.length, bytes },
    },
    { files: 1, bytes: bytes.length, since: createdAt },
  );
  await storage.conversations.open('alder', owner, { id: 'maras-talk', record: begun(createdAt) });
}
