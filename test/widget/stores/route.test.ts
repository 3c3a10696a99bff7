import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRoute } from '../../../src/widget/stores/route.ts';

const names = (route: ReturnType<typeof createRoute>) =>
  route.$stack.get().map(({ room, id }) => (id ? `${room}/${id}` : room));

test('a shopper begins at home and goes further, back and home', () => {
  const route = createRoute();
  route.go('orders');
  route.go('order/o_4182');
  assert.deepEqual(names(route), ['home', 'orders', 'order/o_4182']);
  assert.equal(route.back(), true);
  assert.deepEqual(names(route), ['home', 'orders']);
  route.enter('home');
  assert.deepEqual(names(route), ['home']);
  assert.equal(route.back(), false);
});

test('an id may have any letters in it', () => {
  const route = createRoute();
  route.enter(`order/${encodeURIComponent('A/1 ü')}`);
  assert.equal(route.here().id, 'A/1 ü');
  route.enter('order/100%');
  assert.equal(route.here().id, '100%');
  route.enter('');
  assert.deepEqual(route.here(), { room: 'home' });
});

const ends: [why: string, go: (route: ReturnType<typeof createRoute>) => void, end: string[]][] = [
  [
    'goes on to what the task was for',
    (route) => route.go('sign-in', { room: 'order', id: '1' }),
    ['home', 'order/1'],
  ],
  ['else goes back', (route) => (route.go('orders'), route.go('sign-in')), ['home', 'orders']],
  ['else goes home', (route) => route.enter('sign-in'), ['home']],
];
for (const [why, go, end] of ends)
  test(`a task that is done ${why}`, () => {
    const route = createRoute();
    go(route);
    route.done();
    assert.deepEqual(names(route), end);
  });
