import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { problems, type ProblemCode } from '../../src/contract/problems.ts';
import { routes, type RouteName } from '../../src/contract/routes.ts';
import { isOfConsole, type Route } from '../../src/contract/routes/route.ts';
import { begun } from '../../src/domain/conversations/conversations.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aPolicy } from '../builders/cases.ts';
import { aColleague, CONSOLE } from '../builders/colleague.ts';
import { aPicture } from '../builders/pictures.ts';
import { aCustomer, aLine, anOrder, aProduct, aShipment } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import type { Told, Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor, aGuestVisitor } from './identity/flows.ts';
import { watchAnswers } from './kept-in-work.ts';

/** Who asks for what is Mara's: her order, her session, her code. */
const roles = ['nobody', 'guest', 'customer', 'another customer', 'another shop'] as const;
type Role = (typeof roles)[number];
/** Whoever is nobody's customer: a session that tells nothing, and the cookies of the shop's people. */
const strangers = ['visitor', 'staff'] as const;
type Stranger = (typeof strangers)[number];
type Expected = number | ProblemCode;

const anyone = (status: Expected): Record<Role, Expected> => ({
  nobody: status,
  guest: status,
  customer: status,
  'another customer': status,
  'another shop': status,
});

/** A write of the order's owner; what comes of this one. */
const ofOrder = (customer: Expected): Record<Role, Expected> => ({
  nobody: 'unauthenticated',
  guest: 'code_required',
  customer,
  'another customer': 'not_found',
  'another shop': 'shop_mismatch',
});

/** Of whoever has signed in, each about their own. */
const ofCustomers = (status: Expected): Record<Role, Expected> => ({
  ...ofOrder(status),
  'another customer': status,
});

/** What anyone with a session may do, each with what is their own. */
const ofSession = (status: Expected): Record<Role, Expected> => ({
  ...anyone(status),
  nobody: 'unauthenticated',
  'another shop': 'shop_mismatch',
});

/** In a conversation of Mara's. */
const ofHers = (customer: Expected): Record<Role, Expected> => ({
  ...ofSession('not_found'),
  customer,
});

type ShoppersRoute = {
  [Name in RouteName]: (typeof routes)[Name]['access'] extends 'staff' | 'console' ? never : Name;
}[RouteName];

/**
 * What each role gets of each route, of something that may not be there: for the same of what is
 * there see own-things.test.ts. The console's have a matrix of their own. A route that is not
 * here fails the test.
 */
const matrix: Record<ShoppersRoute, Record<Role, Expected>> = {
  getDesk: anyone(200),
  createChallenge: {
    nobody: 'unauthenticated',
    guest: 202,
    customer: 202,
    'another customer': 'order_not_found',
    'another shop': 'shop_mismatch',
  },
  answerChallenge: anyone('challenge_expired'),
  createLookup: anyone('order_not_found'),
  createAssertion: anyone('assertion_invalid'),
  createVisitor: anyone(201),
  refreshSession: anyone(200),
  getSession: { ...anyone(200), 'another shop': 'shop_mismatch' },
  bindSession: {
    ...anyone('proof_invalid'),
    nobody: 'unauthenticated',
    'another shop': 'shop_mismatch',
  },
  refreshBoundSession: anyone('proof_invalid'),
  endSession: anyone(204),
  listSessions: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  endOtherSession: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 204,
    'another customer': 'not_found',
    'another shop': 'shop_mismatch',
  },
  endAllSessions: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 204,
    'another customer': 204,
    'another shop': 'shop_mismatch',
  },
  getCustomer: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  changeCustomer: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  exportCustomer: ofCustomers(200),
  listPaymentMethods: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  listProducts: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  getProduct: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  listRecommendations: { ...anyone(200), 'another shop': 'shop_mismatch' },
  dismissProduct: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 201,
    'another customer': 201,
    'another shop': 'shop_mismatch',
  },
  undismissProduct: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 204,
    'another customer': 204,
    'another shop': 'shop_mismatch',
  },
  listOrders: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  getOrder: {
    nobody: 'unauthenticated',
    guest: 'code_required',
    customer: 200,
    'another customer': 'not_found',
    'another shop': 'shop_mismatch',
  },
  getOrderTracking: {
    nobody: 'unauthenticated',
    guest: 200,
    customer: 200,
    'another customer': 'not_found',
    'another shop': 'shop_mismatch',
  },
  getReorder: ofOrder(200),
  quoteCancellation: ofOrder('already_in_hand'),
  cancelOrder: ofOrder('quote_invalid'),
  quoteEdit: ofOrder('already_in_hand'),
  editOrder: ofOrder('quote_invalid'),
  quoteReturn: ofOrder('not_delivered'),
  createReturn: ofOrder('quote_invalid'),
  getReturn: ofOrder('not_found'),
  getReturnLabel: ofOrder('not_found'),
  cancelReturn: ofOrder('not_found'),
  quoteOutcomes: ofOrder('not_found'),
  chooseOutcomes: ofOrder('not_found'),
  quoteReport: ofOrder('not_delivered'),
  reportOrder: ofOrder('quote_invalid'),
  undoReceipt: ofOrder('not_found'),
  createUpload: ofSession(201),
  getUpload: ofHers(200),
  getWishlists: ofCustomers(200),
  mergeWishlists: ofCustomers(200),
  countWishes: anyone(200),
  listWishedProducts: anyone(200),
  setAlert: ofCustomers(200),
  removeAlert: ofCustomers(204),
  endAlert: anyone(204),
  getSharedWishlist: { ...anyone(200), 'another shop': 'shop_mismatch' },
  addToSharedWishlist: anyone(204),
  markGift: anyone(204),
  unmarkGift: anyone(204),
  putWishlist: ofCustomers(200),
  removeWishlist: ofCustomers(200),
  putWish: ofCustomers(200),
  removeWish: ofCustomers(200),
  shareWishlist: ofCustomers(200),
  unshareWishlist: ofCustomers(204),
  listConversations: ofSession(200),
  openConversation: ofSession(200),
  listMessages: ofHers(200),
  sendMessage: ofHers(200),
  markConversation: ofHers(204),
  tellTyping: ofHers(204),
  mailConversation: ofHers(200),
  mailTranscript: ofOrder(202),
  rateConversation: ofHers(200),
  stream: {
    nobody: 'unauthenticated',
    guest: 200,
    customer: 200,
    'another customer': 200,
    'another shop': 'shop_mismatch',
  },
  sendEvents: { ...anyone(202), 'another shop': 'shop_mismatch' },
  listKnownEvents: { ...anyone(200), 'another shop': 'shop_mismatch' },
  removeEvents: { ...anyone(200), 'another shop': 'shop_mismatch' },
  trackingWebhook: anyone('signature_invalid'),
  ordersWebhook: anyone('signature_invalid'),
  productsWebhook: anyone('signature_invalid'),
  customersWebhook: anyone('signature_invalid'),
  paymentsWebhook: anyone('signature_invalid'),
};

/** A visitor is told what a guest is, where no order is asked for; staff are nobody here. */
function strangersGet(name: ShoppersRoute, stranger: Stranger): Expected {
  const { access } = routes[name];
  if (stranger === 'staff') return matrix[name].nobody;
  if (name === 'createChallenge') return 'order_not_found';
  return access === 'guest' ? 'code_required' : matrix[name].guest;
}

const back = {
  lines: [{ line: 'line-1', quantity: 1, reason: 'damaged', outcome: { kind: 'refund' } }],
  method: 'own',
};

const again = { lines: [{ line: 'line-1', outcome: { kind: 'refund' } }] };

/** What is asked of each route. */
const bodies: Partial<Record<RouteName, object>> = {
  refreshBoundSession: { refreshToken: 'a-token-of-nobody' },
  createChallenge: { order: 'maras-order' },
  answerChallenge: { code: '123456' },
  createLookup: { number: '4182', email: 'wrong@mail.example' },
  createAssertion: { jwt: 'not a token' },
  changeCustomer: { address: { lines: ['Ham 12'], city: 'Ghent', country: 'BE' } },
  quoteCancellation: { reason: 'other' },
  cancelOrder: { reason: 'other', quote: 'a-quote-of-none' },
  quoteEdit: { kind: 'contact', phone: '+32 470 00 00 00' },
  editOrder: { kind: 'contact', phone: '+32 470 00 00 00', quote: 'a-quote-of-none' },
  quoteReturn: back,
  createReturn: { ...back, quote: 'a-quote-of-none' },
  quoteOutcomes: again,
  chooseOutcomes: { ...again, quote: 'a-quote-of-none' },
  quoteReport: { kind: 'damaged' },
  dismissProduct: { product: 'parka' },
  reportOrder: { kind: 'damaged', quote: 'a-quote-of-none' },
  mergeWishlists: { lists: [], wishes: [] },
  setAlert: { product: 'parka', kind: 'price', consent: true },
  addToSharedWishlist: {},
  markGift: { by: 'a-friend-of-maras' },
  putWishlist: { name: 'Winter' },
  putWish: { note: 'for Bo' },
  shareWishlist: { friends: true },
  sendEvents: {
    visitor: 'a-visitor-of-one-day',
    consent: 'personalization',
    events: [{ type: 'searched', id: 'an-event-made-by-chance', secondsAgo: 0 }],
  },
  listKnownEvents: { visitors: [] },
  removeEvents: { visitors: [], remove: 'all' },
  openConversation: {},
  sendMessage: { client: 'a-message', text: 'Is the Field coat warm?' },
  markConversation: { seen: 1 },
  mailConversation: { wanted: true },
  rateConversation: { rating: 5 },
  trackingWebhook: {
    number: '3SABCD1234567',
    events: [{ at: '2026-11-23T08:00:00Z', status: 'in_transit', text: 'On its way' }],
  },
  ordersWebhook: { ...anOrder({ id: 'maras-order' }), updatedAt: '2026-11-23T08:00:00Z' },
  productsWebhook: {
    type: 'product',
    id: 'coat',
    deleted: true,
    updatedAt: '2026-11-23T08:00:00Z',
  },
  customersWebhook: {
    type: 'customer',
    id: 'mara',
    deleted: true,
    updatedAt: '2026-11-23T08:00:00Z',
  },
};

/** Routes that name an order, in their path or body; asked with the ids of everybody's. */
const byOrder: RouteName[] = [
  'createChallenge',
  'getOrder',
  'getOrderTracking',
  'getReorder',
  'quoteCancellation',
  'cancelOrder',
  'quoteEdit',
  'editOrder',
  'quoteReturn',
  'createReturn',
  'quoteReport',
  'reportOrder',
];
/** Routes that name something else. */
const byOther: RouteName[] = [
  'endOtherSession',
  'answerChallenge',
  'getProduct',
  'undoReceipt',
  'getReturn',
  'getReturnLabel',
  'cancelReturn',
  'quoteOutcomes',
  'chooseOutcomes',
  'getUpload',
  'setAlert',
  'removeAlert',
  'endAlert',
  'getSharedWishlist',
  'addToSharedWishlist',
  'markGift',
  'unmarkGift',
  'putWishlist',
  'removeWishlist',
  'putWish',
  'removeWish',
  'shareWishlist',
  'unshareWishlist',
  'undismissProduct',
  'listMessages',
  'sendMessage',
  'markConversation',
  'tellTyping',
  'mailConversation',
  'mailTranscript',
  'rateConversation',
];

/** Which orders are whose; `refused` before any order is looked at. */
const none = () => undefined;
const whose: Record<Role, { may: string[]; refused(name: RouteName): ProblemCode | undefined }> = {
  nobody: { may: [], refused: () => 'unauthenticated' },
  guest: {
    may: ['maras-order'],
    refused: (name) => (routes[name].access === 'customer' ? 'code_required' : undefined),
  },
  customer: { may: ['maras-order', 'present'], refused: none },
  'another customer': { may: ['bos-order', 'present'], refused: none },
  'another shop': { may: [], refused: () => 'shop_mismatch' },
};

/** Things of Mara's that only she may see; a guest sees none of them either. */
const hers = ['Mara', 'Kern', 'Meir 50', 'Field coat', '24900', '4242', 'maras-card'];
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };
const rows = [
  aCustomer({
    id: 'mara',
    email: 'mara@kern.example',
    firstName: 'Mara',
    lastName: 'Kern',
    address,
    paymentMethods: [{ id: 'maras-card', kind: 'card', label: 'Visa', lastFour: '4242' }],
  }),
  aCustomer({ id: 'bo', email: 'bo@lund.example', firstName: 'Bo' }),
  anOrder({
    ...{ id: 'maras-order', number: '4182', customer: 'mara', email: 'mara@kern.example', address },
    lines: [aLine({ name: 'Field coat', unitPrice: 24900 })],
    payments: [
      { kind: 'card', label: 'Visa', lastFour: '4242', amount: 24900, method: 'maras-card' },
    ],
    shipments: [aShipment({ seen: ['in_transit'] })],
  }),
  aProduct({ id: 'parka', name: 'Parka' }),
  anOrder({ id: 'bos-order', number: '4183', customer: 'bo', email: 'bo@lund.example' }),
  // a present from Mara to Bo: its own contact opens it for Bo, and nothing else of hers
  anOrder({ id: 'present', number: '4184', customer: 'mara', email: 'bo@lund.example' }),
];

describe('Every route, as everyone', () => {
  const names = Object.keys(matrix) as ShoppersRoute[];
  let desk: BackendUnderTest;
  let visitors: Visitors;
  let answers: ReturnType<typeof watchAnswers>;
  before(async () => {
    ({ desk, visitors } = await open());
    answers = watchAnswers(desk);
  });
  after(() => desk.close());

  test('stands in the matrix', () => {
    const shoppers = (Object.keys(routes) as RouteName[]).filter(
      (name) => !isOfConsole(routes[name]),
    );
    assert.deepEqual([...names].sort(), shoppers.sort());
  });

  test('is told yes here, where it is keyed and names nothing: kept answers are looked at', () => {
    const unseen = names.filter((name) => {
      const { keyed, path }: Route = routes[name];
      return keyed && !path.includes(':') && typeof matrix[name].customer !== 'number';
    });
    // these two are in kept-in-work.test.ts
    assert.deepEqual(unseen.toSorted(), ['createAssertion', 'createLookup']);
  });

  // signing out comes last: it ends the sessions the others need
  const last: ShoppersRoute[] = ['endAllSessions', 'endSession'];
  for (const name of [...names.filter((one) => !last.includes(one)), ...last])
    for (const role of [...strangers, ...roles]) {
      const isStranger = role === 'visitor' || role === 'staff';
      const expected = isStranger ? strangersGet(name, role) : matrix[name][role];
      test(`${name} as ${role}: ${expected}`, async () => {
        // of one number, and from one address, only so many may be wrong
        const number = name === 'createLookup' && isStranger ? { number: '4183' } : {};
        const told = await ask(name, await visitors[role](), undefined, number);
        if (typeof expected === 'number') {
          assert.equal(told.status, expected);
          answers.check(name);
        } else {
          assert.equal(told.body.code, expected);
          assert.equal(told.status, problems[expected][0]);
        }
        await assertNothingLeaks(name, role, told);
        // one code for an address every thirty seconds
        if (told.status === 202) desk.clock.pass(30);
      });
    }

  async function assertNothingLeaks(
    name: RouteName,
    role: Role | Stranger,
    told: Told,
  ): Promise<void> {
    if (name === 'stream' && told.status === 200) await told.response.body?.cancel();
    const text = JSON.stringify(told.body);
    if (role !== 'customer') for (const word of hers) assert.ok(!text.includes(word), word);
    else if (name === 'getOrder') for (const word of hers) assert.ok(text.includes(word), word);
  }
});

describe('A route that names an order', () => {
  test('is in the list of those, and every other with an id in the list of others', () => {
    const named = (Object.keys(matrix) as RouteName[]).filter(
      (name) => (routes[name] as Route).path.includes(':') || 'order' in Object(bodies[name]),
    );
    assert.deepEqual(named.sort(), [...byOrder, ...byOther].sort());
  });

  for (const name of byOrder)
    for (const role of roles.filter((one) => one !== 'nobody'))
      test(`${name} as ${role} answers for their own orders and for nobody else’s`, async () => {
        const { desk, visitors } = await open();
        for (const id of ['maras-order', 'bos-order', 'present', 'never-was']) {
          const told = await ask(name, await visitors[role](), id);
          const { refused, may } = whose[role];
          if (refused(name)) assert.equal(told.body.code, refused(name), id);
          else if (may.includes(id)) assert.notEqual(told.status, 404, id);
          else assert.equal(told.status, 404, id);
          if (told.status === 202) desk.clock.pass(30);
        }
        await desk.close();
      });
});

type Visitors = Record<Role | Stranger, () => Promise<Visitor>>;

/** A backend with somebody of every role in it. */
async function open(): Promise<{ desk: BackendUnderTest; visitors: Visitors }> {
  const birch = aShop({ id: 'birch', name: 'Birch' });
  const desk = await aBackend({
    shops: [aShop({ policy: aPolicy() }), birch],
    ports: { consoleAddress: () => CONSOLE },
  });
  await desk.load(rows);
  await desk.load(rows, birch);
  const options = { shop: 'alder' };
  const visitor = desk.visitor(options);
  visitor.token = (await visitor.post('/session')).body.token;
  const staff = await aColleague(desk, { role: 'admin' });
  const signedIn: Record<Role | Stranger, Visitor> = {
    ...{ nobody: desk.visitor(options), visitor, staff },
    guest: await aGuestVisitor(desk, '4182', 'mara@kern.example', options),
    customer: await aCustomerVisitor(desk, 'mara@kern.example', options),
    'another customer': await aCustomerVisitor(desk, 'bo@lund.example', options),
    'another shop': await aCustomerVisitor(desk, 'mara@kern.example', { shop: 'birch' }),
  };
  const tonight = '2026-11-23T23:00:00.000Z';
  const elsewhere = { id: 'elsewhere', shop: 'alder', kind: 'customer', customer: 'mara' } as const;
  await desk.storage.sessions.start({ ...elsewhere, verifiedAt: tonight, endsAt: tonight }, [
    { hash: 'of elsewhere', use: 'refresh', expiresAt: tonight },
  ]);
  const bytes = aPicture('image/png');
  const picture = {
    id: 'maras-picture',
    shop: 'alder',
    owner: { customer: 'mara' },
    createdAt: tonight,
  };
  await desk.storage.uploads.add(
    { ...picture, type: 'image/png', size: bytes.length, bytes },
    { files: 1, bytes: bytes.length, since: tonight },
  );
  await desk.storage.shares.open(
    'alder',
    'mara',
    { list: 'saved', token, friends: true },
    desk.clock.now,
  );
  await desk.storage.conversations.open(
    'alder',
    { customer: 'mara' },
    { id: 'maras-talk', record: begun(tonight) },
  );
  desk.clock.pass(31);
  const at = (role: Role | Stranger) => async () => {
    const { token } = signedIn[role];
    const address = role === 'visitor' || role === 'staff' ? '198.51.100.7' : '192.0.2.1';
    const page = desk.visitor({ ...options, address, ...(token && { token }) });
    if (role === 'staff') for (const cookie of staff.cookies) page.cookies.set(...cookie);
    return page;
  };
  const everyone = [...strangers, ...roles].map((role) => [role, at(role)]);
  return { desk, visitors: Object.fromEntries(everyone) as Visitors };
}

/** What of Mara's a route names, where it is not her order. */
const named: Partial<Record<RouteName, string>> = {
  endOtherSession: 'elsewhere',
  getProduct: 'parka',
  getUpload: 'maras-picture',
  setAlert: 'boots-42',
  shareWishlist: 'saved',
  listMessages: 'maras-talk',
  sendMessage: 'maras-talk',
  markConversation: 'maras-talk',
  tellTyping: 'maras-talk',
  mailConversation: 'maras-talk',
  mailTranscript: 'maras-talk',
  rateConversation: 'maras-talk',
};
const token = 'the-token-of-maras-list';
/** What is asked of those that cannot do without a query. */
const queries: Partial<Record<RouteName, string>> = {
  listRecommendations: '?placement=home',
  countWishes: '?products=parka',
  listWishedProducts: '?products=parka',
  removeAlert: '?kind=price',
  unmarkGift: '?by=a-friend-of-maras',
};

function ask(
  name: RouteName,
  visitor: Visitor,
  id = named[name] ?? 'maras-order',
  more: object = {},
): Promise<Told> {
  const route: Route = routes[name];
  const body = bodies[name] === undefined ? undefined : { ...bodies[name], ...more };
  const isByOrder = body !== undefined && 'order' in body;
  return visitor.send(
    route.method.toUpperCase(),
    route.path
      .replace(/:(id|variant)/, id)
      .replace(':token', token)
      .replace(':product', 'parka')
      .replace(':receipt', 'some-receipt') + (queries[name] ?? ''),
    {
      ...(body !== undefined && { body: isByOrder ? { ...body, order: id } : body }),
      ...(!route.keyed && { key: null }),
      ...(route.takes && { raw: aPicture('image/png') }),
      headers: { 'X-Front-Desk': '1', ...(route.takes && { 'Content-Type': 'image/png' }) },
    },
  );
}
