import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { problems, type ProblemCode } from '../../../src/contract/problems.ts';
import { routes, type RouteName } from '../../../src/contract/routes.ts';
import type { Route } from '../../../src/contract/routes/route.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aColleague, aConsole, aTalk } from '../../builders/colleague.ts';
import { passkeyPorts } from '../../builders/passkeys.ts';
import { aCustomer, anOrder, aProduct } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { watchAnswers } from '../kept-in-work.ts';

const others = ['nobody', 'shopper', 'another shop', 'another shop, at home', 'colleague'] as const;
type Other = (typeof others)[number];

/** What is asked for; `id` is what the path names. */
interface Wish {
  id: string;
  receipt?: string;
  body?: object;
}
type Make = (of: World) => Promise<Wish> | Wish;

const cancelling = { kind: 'cancellation', wish: { reason: 'other' } };
const lines = [
  { line: 'line-1', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } },
] as const;
const why = { reason: 'customer_asked', words: 'She called' };

const talk =
  (body?: object): Make =>
  () => ({ id: 'maras-talk', ...(body && { body }) });
const passkey =
  (body?: object): Make =>
  async ({ desk }) => {
    const passkey = {
      ...{ shop: 'alder', staff: 'staff-lena', id: 'lenas-key', credential: 'a-credential' },
      ...{ name: 'Laptop', publicKey: 'AA', counter: 0, addedAt: desk.clock.now.toISOString() },
    };
    assert.ok(await desk.storage.passkeys.add(passkey, 9));
    return { id: 'lenas-key', ...(body && { body }) };
  };
const quoted =
  (order: string, wish: object): Make =>
  async ({ lead }) => {
    const { status, body } = await lead.post(`/staff/orders/${order}/changes/quote`, wish);
    assert.equal(status, 200, body.code);
    return { id: order, body: { ...wish, quote: body.id, why } };
  };
const made =
  (order: string, wish: object) =>
  async (of: World): Promise<Record<string, unknown>> => {
    const { id, body } = await quoted(order, wish)(of);
    const told = await of.lead.post(`/staff/orders/${id}/changes`, body);
    assert.equal(told.status, 200, told.body.code);
    return told.body;
  };

/**
 * Something of Alder's for each route that names such: everybody else asks for it first and is
 * refused, then Lena, who leads there, gets it.
 */
const things = {
  getInboxThread: talk(),
  changeInbox: talk({ tags: ['Damaged'] }),
  replyInInbox: talk({ client: 'an-answer-of-theirs', text: 'It is on its way.', seen: 9 }),
  noteInInbox: talk({ text: 'Same batch as Monday' }),
  markInbox: talk({ seen: 1 }),
  tellTypingInInbox: talk(),
  tellPresence: talk({ does: 'looks' }),
  getInboxPicture: () => ({ id: 'maras-picture' }),
  getShopperStory: () => ({ id: 'mara' }),
  undoInInbox: async ({ lead }) => {
    const acted = await lead.post('/staff/inbox/acts', { ids: ['maras-talk'], state: 'closed' });
    return { id: acted.body.id };
  },
  renamePasskey: passkey({ name: 'Telephone' }),
  removePasskey: passkey(),
  getStaffOrder: () => ({ id: 'placed' }),
  getStaffProduct: () => ({ id: 'boots' }),
  quoteStaffChange: () => ({ id: 'placed', body: cancelling }),
  makeStaffChange: quoted('placed', cancelling),
  undoStaffChange: async (of) => {
    const receipt = await made('placed', cancelling)(of);
    return { id: 'placed', receipt: String(receipt['id']) };
  },
  moveStaffReturn: async (of) => {
    const wish = { kind: 'return', wish: { lines, method: 'own' } };
    const receipt = await made('arrived', wish)(of);
    return { id: String(receipt['return']), body: { step: 'receive' } };
  },
} satisfies Partial<Record<RouteName, Make>>;
type Named = keyof typeof things;

/** Of what they name each shop has its own, under ids of whoever saves it. */
const ofEachShop: RouteName[] = ['putReply', 'removeReply', 'resetSetting'];
/** What is one colleague's own; of all else every colleague of the shop may ask. */
const ofOneself: RouteName[] = ['undoInInbox', 'renamePasskey', 'removePasskey'];

describe('Something of Alder’s', () => {
  test('is asked for by every route of the console that names such', () => {
    const named = (Object.keys(routes) as RouteName[]).filter((name) => {
      const { path, access }: Route = routes[name];
      return path.includes(':') && access === 'staff' && !ofEachShop.includes(name);
    });
    assert.deepEqual(Object.keys(things).toSorted(), named.toSorted());
  });

  for (const name of Object.keys(things) as Named[])
    describe(`by ${name}`, () => {
      let of: World;
      let wish: Wish;
      before(async () => {
        of = await aWorld();
        wish = await things[name](of);
      });
      after(() => of.desk.close());

      for (const other of others) {
        if (other === 'colleague' && !ofOneself.includes(name)) continue;
        const isSignedIn = other === 'colleague' || other === 'another shop, at home';
        const expected: ProblemCode = isSignedIn ? 'not_found' : 'unauthenticated';
        test(`as ${other}: ${expected}`, async () => {
          const told = await ask(name, of.pages[other], wish);
          assert.deepEqual([told.body.code, told.status], [expected, problems[expected][0]]);
        });
      }
      test('as Lena, who leads there: hers', async () => {
        const answers = watchAnswers(of.desk);
        const told = await ask(name, of.lead, wish);
        assert.ok(told.response.ok, `${told.status} ${told.body.code}`);
        answers.check(name);
      });
    });
});

interface World {
  desk: BackendUnderTest;
  lead: Visitor;
  pages: Record<Other, Visitor>;
}

async function aWorld(): Promise<World> {
  const policy = aPolicy({ cancel: { undoMinutes: 60 } });
  const birch = aShop({ id: 'birch', name: 'Birch', policy });
  const email = 'mara@kern.example';
  const hers = { customer: 'mara', email };
  const payments = [{ kind: 'card' as const, label: 'Visa', amount: 8900, reference: 'pi_1' }];
  const desk = await aBackend({
    shops: [aShop({ policy }), birch],
    rows: [
      aCustomer({ id: 'mara', email }),
      aProduct({ id: 'boots' }),
      anOrder({ ...hers, payments, id: 'placed', number: '1', status: 'placed' }),
      anOrder({ ...hers, payments, id: 'arrived', number: '2', deliveredOn: '2026-11-20' }),
    ],
    ports: passkeyPorts,
  });
  await aTalk(desk);
  const mara = await aCustomerVisitor(desk, email, { shop: 'alder' });
  // her own page's session, sent to the console's routes
  const shopper = aConsole(desk);
  shopper.token = mara.token;
  for (const [name, value] of mara.cookies) shopper.cookies.set(name, value);
  const admin = { role: 'admin', name: 'Kim', email: 'kim@birch.example', shop: 'birch' } as const;
  const atHome = await aColleague(desk, admin);
  const elsewhere = aConsole(desk);
  for (const [name, value] of atHome.cookies) {
    elsewhere.cookies.set(name, value);
    elsewhere.cookies.set(name.replace('birch', 'alder'), value);
  }
  const lead = await aColleague(desk, { role: 'lead', name: 'Lena', email: 'lena@alder.example' });
  const colleague = { role: 'admin', name: 'Ada', email: 'ada@alder.example' } as const;
  return {
    ...{ desk, lead },
    pages: {
      ...{ nobody: aConsole(desk), shopper, colleague: await aColleague(desk, colleague) },
      ...{ 'another shop': elsewhere, 'another shop, at home': atHome },
    },
  };
}

function ask(name: Named, page: Visitor, { id, receipt = '', body }: Wish) {
  const route: Route = routes[name];
  return page.send(
    route.method.toUpperCase(),
    route.path.replace(':id', id).replace(':receipt', receipt),
    { ...(body && { body }), ...(!route.keyed && { key: null }) },
  );
}
