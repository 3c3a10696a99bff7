import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { createPresence, type Presence } from '../../../src/console/stores/presence.ts';

let told: unknown[];
let isAttended: boolean;
let presence: Presence;
beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  told = [];
  isAttended = true;
  presence = createPresence(
    async (path, { body } = {}) => {
      told.push([path, body]);
      return new Response();
    },
    () => isAttended,
  );
  presence.look({ id: 'talk', me: 'jo' });
});
afterEach(() => mock.timers.reset());

const hears = (staff: string, does: 'looks' | 'writes' | 'left', id = 'talk') =>
  presence.heard({ topic: 'presence', id, staff, does });
const says = (does: string) => ['/conversations/talk/presence', { does }];

describe('Who else is in a conversation', () => {
  test('is told of colleagues in this one, not of oneself, nor of others', () => {
    hears('lena', 'looks');
    hears('jo', 'writes');
    hears('kai', 'looks', 'another');
    assert.deepEqual(presence.$others.get(), [{ staff: 'lena', does: 'looks' }]);
    hears('lena', 'left');
    assert.deepEqual(presence.$others.get(), []);
  });

  test('is answered once, so that who comes later knows of who was there', () => {
    hears('lena', 'looks');
    hears('lena', 'looks');
    assert.deepEqual(told, [says('looks'), says('looks')]);
  });

  test('is forgotten where it is not told again: writing soon, looking later', () => {
    hears('lena', 'writes');
    hears('lena', 'looks');
    assert.equal(presence.$others.get()[0]?.does, 'writes');
    mock.timers.tick(6000);
    assert.equal(presence.$others.get()[0]?.does, 'looks');
    mock.timers.tick(50_000);
    assert.deepEqual(presence.$others.get(), []);
  });

  test('hears of us while somebody is at the desk, and that we have gone on', () => {
    mock.timers.tick(20_000);
    isAttended = false;
    mock.timers.tick(40_000);
    presence.look(undefined);
    mock.timers.tick(40_000);
    assert.deepEqual(told, [says('looks'), says('looks'), says('left')]);
  });
});
