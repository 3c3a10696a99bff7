import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { problems, type ProblemCode } from '../../../src/contract/problems.ts';
import { routes, type RouteName } from '../../../src/contract/routes.ts';
import { isOfConsole, type Route } from '../../../src/contract/routes/route.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, aConsole, aTalk } from '../../builders/colleague.ts';
import { ofNoChallenge, passkeyPorts } from '../../builders/passkeys.ts';
import { aCustomer } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';
import { aPicture } from '../../builders/pictures.ts';
import { API, type Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';
import { watchAnswers } from '../kept-in-work.ts';

const roles = ['nobody', 'shopper', 'another shop', 'agent', 'lead', 'admin'] as const;
type Role = (typeof roles)[number];
type Expected = number | ProblemCode;
type ConsoleRoute = {
  [Name in RouteName]: (typeof routes)[Name]['access'] extends 'staff' | 'console' ? Name : never;
}[RouteName];

const anyone = (status: Expected): Record<Role, Expected> => ({
  ...{ nobody: status, shopper: status, 'another shop': status },
  ...{ agent: status, lead: status, admin: status },
});
/** Whoever of the shop is signed in; staff of another shop is nobody here. */
const staff = (status: Expected): Record<Role, Expected> => ({
  ...anyone(status),
  ...{ nobody: 'unauthenticated', shopper: 'unauthenticated', 'another shop': 'unauthenticated' },
});
const leads = (status: Expected): Record<Role, Expected> => ({
  ...{ ...staff(status), agent: 'role_required' },
});
const admins = (status: Expected): Record<Role, Expected> => ({
  ...{ ...staff(status), agent: 'role_required', lead: 'role_required' },
});

/**
 * What each role gets of each route of the console, of something that may not be there: for the
 * same of what is there see own-things.test.ts.
 */
const matrix: Record<ConsoleRoute, Record<Role, Expected>> = {
  createStaffLink: anyone(202),
  answerStaffLink: anyone('link_over'),
  answerStaffCode: anyone('link_over'),
  getStaffSession: anyone(200),
  askForPasskey: anyone(200),
  answerPasskey: anyone('passkey_refused'),
  // they have signed in more than ten minutes before: who has just done so is in passkeys.test.ts
  offerPasskey: staff('step_up_required'),
  addPasskey: staff('step_up_required'),
  listPasskeys: staff(200),
  renamePasskey: staff('not_found'),
  removePasskey: staff('step_up_required'),
  listStaff: staff(200),
  listAudit: admins(200),
  exportAudit: admins(200),
  getSettings: admins(200),
  getPolicyForm: admins(200),
  previewPolicy: admins('not_found'),
  savePolicy: admins(200),
  saveAnswering: admins(200),
  saveBrand: admins(200),
  resetSetting: admins(204),
  listInbox: staff(200),
  getInboxThread: staff(200),
  changeInbox: staff(200),
  replyInInbox: staff(200),
  actInInbox: staff(200),
  undoInInbox: staff('not_found'),
  noteInInbox: staff(200),
  markInbox: staff(204),
  tellTypingInInbox: staff(204),
  tellPresence: staff(204),
  createInboxUpload: staff(201),
  getInboxPicture: staff(200),
  getShopperStory: staff(200),
  searchShop: staff(200),
  staffStream: staff(200),
  listReplies: staff(200),
  putReply: leads(200),
  removeReply: leads(204),
  listStaffReturns: staff(200),
  moveStaffReturn: leads('not_found'),
  getStaffOrder: staff('not_found'),
  getStaffProduct: staff('not_found'),
  quoteStaffChange: staff('not_found'),
  makeStaffChange: staff('not_found'),
  undoStaffChange: staff('not_found'),
  endStaffSessions: staff(204),
  endStaffSession: anyone(204),
};

const bodies: Partial<Record<ConsoleRoute, unknown>> = {
  createStaffLink: { email: 'eve@mail.example' },
  answerStaffLink: { token: 'a-token-of-no-link-at-all' },
  answerStaffCode: { code: '123456' },
  answerPasskey: ofNoChallenge.answer,
  addPasskey: ofNoChallenge.registration,
  previewPolicy: { value: null },
  savePolicy: { version: 0, value: null },
  saveAnswering: { version: 0, value: { hours: [], assign: 'by_hand' } },
  saveBrand: { version: 0, value: {} },
  renamePasskey: { name: 'Telephone' },
  changeInbox: { tags: ['Damaged'] },
  replyInInbox: { client: 'an-answer-of-theirs', text: 'It is on its way.', seen: 9 },
  noteInInbox: { text: 'Same batch as Monday' },
  markInbox: { seen: 1 },
  actInInbox: { ids: ['maras-talk'], tag: 'Damaged' },
  tellPresence: { does: 'looks' },
  putReply: { name: 'Sizes', text: 'Hi {name}, it runs true to size.' },
  moveStaffReturn: { step: 'approve' },
  quoteStaffChange: { kind: 'cancellation', wish: { reason: 'other' } },
  makeStaffChange: {
    ...{ kind: 'cancellation', wish: { reason: 'other' }, quote: 'a-quote-of-none' },
    why: { reason: 'customer_asked', words: 'They called' },
  },
};

/** What of Mara's a route names. */
const named: Partial<Record<ConsoleRoute, string>> = {
  getInboxPicture: 'maras-picture',
  getShopperStory: 'mara',
};

const names = (Object.keys(routes) as RouteName[]).filter((name): name is ConsoleRoute =>
  isOfConsole(routes[name]),
);

describe('Every route of the console', () => {
  let desk: BackendUnderTest;
  let pages: Record<Role, Visitor>;
  let answers: ReturnType<typeof watchAnswers>;
  before(async () => {
    ({ desk, pages } = await open());
    answers = watchAnswers(desk);
  });
  after(() => desk.close());

  test('stands in the matrix', () => {
    assert.deepEqual(Object.keys(matrix).sort(), [...names].sort());
  });

  test('is told yes here, where it is keyed and names nothing: kept answers are looked at', () => {
    const unseen = names.filter((name) => {
      const { keyed, path }: Route = routes[name];
      return keyed && !path.includes(':') && typeof matrix[name].admin !== 'number';
    });
    assert.deepEqual(unseen, []);
  });

  // what ends the sessions that the others need comes last
  const last: ConsoleRoute[] = ['endStaffSessions', 'endStaffSession'];
  for (const name of [...names.filter((one) => !last.includes(one)), ...last])
    for (const role of roles)
      test(`${name} as ${role}: ${matrix[name][role]}`, async () => {
        const told = await ask(name, pages[role]);
        if (name === 'staffStream' && told.status === 200) await told.response.body?.cancel();
        const expected = matrix[name][role];
        if (typeof expected === 'number') {
          assert.equal(told.status, expected);
          answers.check(name);
        } else assert.deepEqual([told.body.code, told.status], [expected, problems[expected][0]]);
        // three links for an address in a quarter of an hour
        if (told.status === 202) desk.clock.pass(5 * 60);
      });
});

describe('Somebody of another shop', () => {
  test('finds nothing of this one in any list', async () => {
    const { desk, pages } = await open();
    const birch = pages['another shop'];
    await desk.storage.replies.put('alder', { id: 'of-alder', name: 'Hi', text: 'Hi' }, 9);
    for (const name of ['listInbox', 'listStaffReturns', 'listReplies'] as const)
      assert.deepEqual((await ask(name, birch, {}, 'birch')).body.items, []);
    const people = await ask('listStaff', birch, {}, 'birch');
    assert.deepEqual(people.body.items.length, 1);
    await desk.close();
  });
});

describe('A page that is not the console', () => {
  let desk: BackendUnderTest;
  let pages: Record<Role, Visitor>;
  before(async () => {
    ({ desk, pages } = await open());
  });
  after(() => desk.close());

  for (const [what, headers, code] of [
    ['of the shop itself', { Origin: 'https://alder.example' }, 'origin_not_allowed'],
    ['of the same site', { 'Sec-Fetch-Site': 'same-site' }, 'origin_not_allowed'],
    ['of a form', { 'X-Front-Desk': '0' }, 'header_required'],
  ] as const)
    test(`gets nothing with the cookie of somebody signed in: ${what}`, async () => {
      for (const name of names) {
        const told = await ask(name, pages.admin, headers);
        assert.equal(told.body.code, code, name);
        assert.equal(told.headers.get('access-control-allow-origin'), null, name);
      }
    });
});

async function open(): Promise<{ desk: BackendUnderTest; pages: Record<Role, Visitor> }> {
  const shops = [aShop(), aShop({ id: 'birch', name: 'Birch' })];
  const desk = await aBackend({ shops, ports: passkeyPorts });
  for (const shop of shops)
    await desk.load([aCustomer({ id: 'mara', email: 'mara@kern.example' })], shop);
  await aTalk(desk);
  const shopper = await aCustomerVisitor(desk, 'mara@kern.example', { shop: 'alder' });
  const colleague = (role: 'agent' | 'lead' | 'admin', shop = 'alder') =>
    aColleague(desk, { email: `${role}@${shop}.example`, name: role, role, shop });
  const other = await colleague('admin', 'birch');
  const stranger = aConsole(desk);
  for (const [name, value] of other.cookies) {
    stranger.cookies.set(name, value);
    stranger.cookies.set(name.replace('birch', 'alder'), value);
  }
  const signedIn = aConsole(desk);
  signedIn.token = shopper.token;
  for (const [name, value] of shopper.cookies) signedIn.cookies.set(name, value);
  return {
    desk,
    pages: {
      ...{ nobody: aConsole(desk), shopper: signedIn, 'another shop': stranger },
      ...{ agent: await colleague('agent'), lead: await colleague('lead') },
      admin: await colleague('admin'),
    },
  };
}

function ask(
  name: ConsoleRoute,
  page: Visitor,
  headers: Record<string, string> = {},
  shop = 'alder',
) {
  const route: Route = routes[name];
  const body = bodies[name];
  const words = name === 'searchShop' ? '&words=kern' : '';
  const path =
    route.path.replace(':id', named[name] ?? 'maras-talk').replace(':name', 'brand') +
    `?shop=${shop}${words}`;
  const type = route.takes && { 'Content-Type': 'image/png' };
  return page.send(route.method.toUpperCase(), path, {
    ...{ ...(!route.keyed && { key: null }), headers: { Origin: API, ...type, ...headers } },
    ...(route.takes && { raw: aPicture('image/png') }),
    ...(body !== undefined && { body }),
  });
}
