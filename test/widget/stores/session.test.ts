import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../../../src/contract/session.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import { createSession } from '../../../src/widget/stores/session.ts';

const MINUTE = 60_000;
const customer = (token: string, minutes = 10, from = Date.now()): Session => ({
  kind: 'customer',
  token,
  expiresAt: new Date(from + minutes * MINUTE).toISOString(),
  verifiedAt: new Date(from).toISOString(),
  customer: { id: 'mara', firstName: 'Mara', lastName: 'Kern' },
});

test('the token is nowhere in what the rooms see', async () => {
  const session = createSession(async () => customer('secret'));
  assert.equal(await session.refresh(), true);
  assert.equal(await session.token(), 'secret');
  assert.ok(!JSON.stringify(session.$session.get()).includes('secret'));
});

test('ten who ask at once are one question', async () => {
  let asked = 0;
  const session = createSession(async () => (asked++, customer('t')));
  await Promise.all(Array.from({ length: 10 }, () => session.refresh()));
  assert.equal(asked, 1);
});

test('a token that is about to end is renewed before it is used', async (t) => {
  let made = 0;
  const session = createSession(async () => customer(`token ${++made}`));
  await session.refresh();
  assert.equal(await session.token(), 'token 1');
  const now = performance.now();
  t.mock.method(performance, 'now', () => now + 9.6 * MINUTE);
  assert.equal(await session.token(), 'token 2');
});

test('a clock that is a day off neither ends a session nor makes it endless', async (t) => {
  for (const off of [-1, 1]) {
    let made = 0;
    const session = createSession(async () =>
      customer(`token ${++made}`, 10, Date.now() + off * 24 * 60 * MINUTE),
    );
    await session.refresh();
    assert.equal(await session.token(), 'token 1');
    const now = performance.now();
    const clock = t.mock.method(performance, 'now', () => now + 11 * MINUTE);
    assert.equal(await session.token(), 'token 2');
    clock.mock.restore();
  }
});

test('a refused token is traded once, whoever asks', async () => {
  let made = 0;
  const session = createSession(async () => customer(`token ${++made}`));
  await session.refresh();
  assert.deepEqual(await Promise.all([session.renew('token 1'), session.renew('token 1')]), [
    true,
    true,
  ]);
  assert.equal(made, 2);
  assert.equal(await session.renew('token 1'), true);
  assert.equal(made, 2);
});

test('nobody is an answer, and a session that ended elsewhere says that it ended', async () => {
  const answers: Session[] = [customer('t'), { kind: 'anonymous' }];
  const session = createSession(async () => answers.shift()!);
  await session.refresh();
  assert.equal(await session.refresh(), false);
  assert.deepEqual(session.$session.get(), { kind: 'anonymous', ended: true });
  assert.equal(await session.token(), undefined);
});

test('who left by their own wish has not been thrown out', async () => {
  const session = createSession(async () => customer('t'));
  await session.refresh();
  session.leave();
  assert.deepEqual(session.$session.get(), { kind: 'anonymous' });
});

test('an answer on its way when somebody leaves shows nobody, and the next question is a new one', async () => {
  const answers: ((told: Session) => void)[] = [];
  const session = createSession(() => new Promise((told) => answers.push(told)));
  const before = session.refresh();
  session.leave();
  const after = session.refresh();
  answers[0]!(customer('old'));
  assert.equal(await before, false);
  assert.deepEqual(session.$session.get(), { kind: 'anonymous' });
  assert.equal(session.refresh(), after, 'asked twice at once');
  answers[1]!(customer('new'));
  assert.equal(await after, true);
  assert.equal(await session.token(), 'new');
});

test('an answer on its way when somebody leaves signs nobody out who came after', async () => {
  const answers: ((told: Session) => void)[] = [];
  const session = createSession(() => new Promise((told) => answers.push(told)));
  const before = session.refresh();
  session.leave();
  session.accept(customer('by a code'));
  answers[0]!({ kind: 'anonymous' });
  assert.equal(await before, true);
  assert.equal(await session.token(), 'by a code');
});

test('an answer that is on its way when the shop’s own login lets somebody go names who comes', async () => {
  const session = createSession(async () => {
    session.leave(true);
    return customer('of the next');
  });
  assert.equal(await session.refresh(), true);
  assert.equal(session.$session.get().kind, 'customer');
});

test('a question that fails leaves it unknown who is here, and may be asked again', async () => {
  const answers: (() => Session)[] = [
    () => {
      throw new Problem('unavailable', 503);
    },
    () => customer('t'),
  ];
  const session = createSession(async () => answers.shift()!());
  assert.equal(await session.refresh(), false);
  const state = session.$session.get();
  assert.equal(state.kind === 'unknown' && state.problem?.code, 'unavailable');
  assert.equal(await session.refresh(), true);
});

test('a customer stays one while the network is away', async () => {
  const answers: (() => Session)[] = [
    () => customer('t'),
    () => {
      throw new Problem('offline');
    },
  ];
  const session = createSession(async () => answers.shift()!());
  await session.refresh();
  assert.equal(await session.refresh(), false);
  assert.equal(session.$session.get().kind, 'customer');
});
