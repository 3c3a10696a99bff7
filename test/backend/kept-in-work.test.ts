import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes, type RouteName } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/routes/route.ts';
import { aBackend } from '../builders/backend.ts';
import { anOwnLogin } from '../builders/own-login.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';
import { keptAfterwards, watchAnswers } from './kept-in-work.ts';

const email = 'mara@kern.example';

test('What signs somebody in keeps its answer with the session that it starts', async () => {
  const login = await anOwnLogin();
  const desk = await aBackend({
    rows: [aCustomer({ id: 'mara', email }), anOrder({ id: 'o-1', number: '4182', email })],
    shop: { identityKeys: [login.key] },
  });
  const answers = watchAnswers(desk);
  const done = async (name: RouteName, path: string, body: object): Promise<string> => {
    const told = await desk.visitor().post(path, body);
    assert.ok(told.response.ok, told.body.code);
    answers.check(name);
    return told.body.id;
  };
  await done('createLookup', '/identity/lookups', { number: '4182', email });
  await done('createAssertion', '/identity/assertions', { jwt: await login.sign(desk.clock.now) });
  const id = await done('createChallenge', '/identity/challenges', { email });
  const code = await desk.code(email);
  await done('answerChallenge', `/identity/challenges/${id}/answer`, { code });
  await desk.close();
});

test('Reasons to keep an answer afterwards are those of keyed routes', () => {
  for (const name of Object.keys(keptAfterwards) as RouteName[]) {
    const { keyed }: Route = routes[name];
    assert.ok(keyed, name);
  }
});
