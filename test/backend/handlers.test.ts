import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { routes } from '../../src/contract/routes.ts';
import type { Handler, Handlers } from '../../src/backend/routes/frame/handler.ts';
import { refuse } from '../../src/backend/services/refusal.ts';

/** These are held by the type checker: a line that compiles where none may is a fault. */
type Row = keyof typeof routes;
const allBut = <Name extends Row>(_name: Name) => ({}) as Omit<Handlers, Name>;

// @ts-expect-error a row without a handler
const missing: Handlers = allBut('getDesk');
const surplus: Pick<Handlers, 'endSession'> = {
  endSession: async () => ({ status: 204 }),
  // @ts-expect-error a handler without a row
  endEverything: async () => ({ status: 204 }),
};
// @ts-expect-error a status the row does not name
const wrongStatus: Handler<'endSession'> = async () => ({ status: 200 });
// @ts-expect-error a body the row's schema does not allow
const wrongBody: Handler<'trackingWebhook'> = async () => ({ status: 200, body: { result: 'ok' } });
// @ts-expect-error a refusal the row does not list
const wrongCode: Handler<'getDesk'> = async () => refuse('wrong_code');
// @ts-expect-error a caller that may be a guest has no customer
const wrongCaller: Handler<'stream'> = async ({ caller }) => refuse(caller.customer);

test('the type checker holds every handler to its row', () => {
  const held = [missing, surplus, wrongStatus, wrongBody, wrongCode, wrongCaller];
  assert.equal(held.length, 6);
});
