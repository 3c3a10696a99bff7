import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { problems, type ProblemCode } from '../../src/contract/problems.ts';
import { routes, type RouteName } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/routes/route.ts';
import type { Visitor } from '../builders/visitor.ts';
import { watchAnswers } from './kept-in-work.ts';
import { aWorld, others, policy, shirts, type Other, type World } from './own-things.ts';

/** What is asked for; `id` is what the path names. */
interface Wish {
  id: string;
  receipt?: string;
  body?: object;
}
type Make = (of: World) => Promise<Wish> | Wish;

const phone = { kind: 'contact', phone: '+32 470 00 00 00' };
const cancelling = { reason: 'other' };
const broken = { kind: 'damaged' };
const sendingBack = (outcome: object, method = 'own') => ({
  lines: [{ line: 'shirt', quantity: 1, reason: 'too_small', outcome }],
  method,
});
const refund = { kind: 'refund' };
const chosen = { lines: [{ line: 'shirt', outcome: refund }] };

const placed: Make = () => ({ id: 'placed' });
const arrived: Make = () => ({ id: 'arrived' });
const talk: Make = () => ({ id: 'maras-talk' });
const withBody =
  (make: Make, body: object): Make =>
  async (of) => ({ ...(await make(of)), body });
/** Her own quote: that others hold it helps them to nothing. */
const quoted =
  (path: string, make: Make, body: object): Make =>
  async (of) => {
    const wish = await make(of);
    return {
      ...wish,
      body: { ...body, quote: await of.quote(path.replace(':id', wish.id), body) },
    };
  };

const aReturn =
  (outcome: object = refund, method?: string): Make =>
  async (of) => {
    const receipt = await of.done('/orders/arrived/returns', sendingBack(outcome, method));
    await of.desk.backend.settled();
    return { id: String(receipt['return']) };
  };

/** The shop has none of what was to be sent in exchange, and the return arrives. */
const soldOut: Make = async (of) => {
  const wish = await aReturn({ kind: 'exchange', variant: 'shirt-l' })(of);
  await of.desk.load([shirts(0)]);
  await of.desk.storage.changes.moveReturn(of.desk.shop, wish.id, 'received', {
    ...{ at: of.desk.clock.now, by: 'shop', policy },
  });
  return wish;
};

const edited: Make = async (of) => {
  const receipt = await of.done('/orders/placed/edits', phone);
  return { id: 'placed', receipt: receipt.id };
};

/**
 * Something of Mara's for each route that names such: everybody else asks for it first and is
 * refused, then she gets it. A no to the others proves something only where she is told yes.
 */
const things = {
  createChallenge: withBody(placed, { order: 'placed' }),
  endOtherSession: () => ({ id: 'elsewhere' }),
  getOrder: placed,
  getOrderTracking: placed,
  getReorder: arrived,
  quoteCancellation: withBody(placed, cancelling),
  cancelOrder: quoted('/orders/:id/cancellation', placed, cancelling),
  quoteEdit: withBody(placed, phone),
  editOrder: quoted('/orders/:id/edits', placed, phone),
  quoteReturn: withBody(arrived, sendingBack(refund)),
  createReturn: quoted('/orders/:id/returns', arrived, sendingBack(refund)),
  quoteReport: withBody(arrived, broken),
  reportOrder: quoted('/orders/:id/reports', arrived, broken),
  undoReceipt: edited,
  getReturn: aReturn(),
  getReturnLabel: aReturn(refund, 'label'),
  cancelReturn: aReturn(),
  quoteOutcomes: withBody(soldOut, chosen),
  chooseOutcomes: quoted('/returns/:id/outcomes', soldOut, chosen),
  getUpload: () => ({ id: 'maras-picture' }),
  listMessages: talk,
  sendMessage: withBody(talk, { client: 'a-message', text: 'Is it warm?' }),
  markConversation: withBody(talk, { seen: 0 }),
  tellTyping: talk,
  mailConversation: withBody(talk, { wanted: true }),
  mailTranscript: talk,
  rateConversation: withBody(talk, { rating: 5 }),
} satisfies Partial<Record<RouteName, Make>>;
type Named = keyof typeof things;

/** Routes with an id in their path of which each customer has their own, or that asks for nobody. */
const ofNobodyElse: RouteName[] = [
  ...(['answerChallenge', 'getProduct', 'undismissProduct'] as const),
  ...(['setAlert', 'removeAlert', 'endAlert', 'putWishlist', 'removeWishlist'] as const),
  ...(['putWish', 'removeWish', 'shareWishlist', 'unshareWishlist'] as const),
  ...(['getSharedWishlist', 'addToSharedWishlist', 'markGift', 'unmarkGift'] as const),
];

/** What everybody else is told; a number is what whoever may is told. */
function refusals(name: Named): Record<Other, ProblemCode | number> {
  const { access } = routes[name];
  const unknown = name === 'createChallenge' ? 'order_not_found' : 'not_found';
  const unproven = access === 'customer' ? 'code_required' : unknown;
  return {
    ...{ nobody: 'unauthenticated', staff: 'unauthenticated' },
    visitor: access === 'guest' ? 'code_required' : unproven,
    // a guest follows the order, and has the code sent that shows more of it
    'guest of it': access === 'guest' ? 200 : name === 'createChallenge' ? 202 : unproven,
    'guest of another order': unproven,
    ...{ 'another customer': unknown, 'another shop': 'shop_mismatch' },
    'another shop, at home': unknown,
  };
}

describe('Something of Mara’s', () => {
  test('is asked for by every route that names such', () => {
    const named = (Object.keys(routes) as RouteName[]).filter((name) => {
      const { path, access }: Route = routes[name];
      return path.includes(':') && access !== 'staff' && !ofNobodyElse.includes(name);
    });
    assert.deepEqual(Object.keys(things).toSorted(), [...named, 'createChallenge'].toSorted());
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
        const expected = refusals(name)[other];
        test(`as ${other}: ${expected}`, async () => {
          const told = await ask(name, of.pages[other], wish);
          if (typeof expected === 'number') assert.equal(told.status, expected);
          else assert.deepEqual([told.body.code, told.status], [expected, problems[expected][0]]);
          // one code for an address every thirty seconds
          if (told.status === 202) of.desk.clock.pass(31);
        });
      }
      test('as Mara: hers', async () => {
        const answers = watchAnswers(of.desk);
        const told = await ask(name, of.mara, wish);
        assert.ok(told.response.ok, `${told.status} ${told.body.code}`);
        answers.check(name);
      });
    });
});

function ask(name: Named, page: Visitor, { id, receipt = '', body }: Wish) {
  const route: Route = routes[name];
  return page.send(
    route.method.toUpperCase(),
    route.path.replace(':id', id).replace(':receipt', receipt),
    { ...(body && { body }), ...(!route.keyed && { key: null }) },
  );
}
