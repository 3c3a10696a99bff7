import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createThread, type Thread } from '../../../src/console/stores/thread.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import type { Send } from '../../../src/widget/client/request.ts';

interface Going {
  text: string;
  client: string;
  over(refused?: Problem): void;
}

/** A conversation whose answers arrive when the test says so. */
function aThread(): { thread: Thread; going: Going[]; next(): Promise<Going> } {
  const going: Going[] = [];
  const heard: ((one: Going) => void)[] = [];
  const send: Send = async (path, { method = 'GET', body } = {}) => {
    if (method === 'GET' || path.endsWith('/typing')) throw new Problem('offline', 0);
    const { text, client } = Object.assign({ text: '', client: '' }, body);
    return new Promise((done, fail) => {
      const over = (refused?: Problem) =>
        refused ? fail(refused) : done(Response.json({ sequence: 1, from: 'staff', at: '', text }));
      const one = { text, client, over };
      const hear = heard.shift();
      if (hear) hear(one);
      else going.push(one);
    });
  };
  const kept = { getItem: () => null, setItem: () => undefined } as unknown as Storage;
  const next = () => {
    const one = going.shift();
    return one ? Promise.resolve(one) : new Promise<Going>((hear) => heard.push(hear));
  };
  return { thread: createThread(send, 'talk', kept), going, next };
}

test('what is sent while the last answer is on its way goes after it, as another one', async () => {
  const { thread, going, next } = aThread();
  thread.write('reply', 'It left today.');
  const first = thread.send('reply');
  const one = await next();
  thread.write('reply', 'It left today. And it is insured.');
  const second = thread.send('reply');
  assert.deepEqual(going, []);
  one.over();
  assert.equal(await first, true);
  const two = await next();
  assert.deepEqual([one.text, two.text], ['It left today.', 'And it is insured.']);
  assert.notEqual(two.client, one.client);
  two.over();
  assert.equal(await second, true);
  assert.equal(thread.draft.reply, '');
});

test('what is typed while an answer is on its way stays, and twice the keys send it once', async () => {
  const { thread, going, next } = aThread();
  thread.write('reply', 'Hello');
  const first = thread.send('reply');
  const again = thread.send('reply');
  const one = await next();
  one.over();
  assert.deepEqual(await Promise.all([first, again]), [true, false]);
  assert.deepEqual(going, []);
  thread.write('reply', 'One thing');
  const third = thread.send('reply');
  thread.write('reply', 'One thing more');
  (await next()).over();
  assert.equal(await third, true);
  assert.equal(thread.draft.reply, 'more');
});

test('after what was refused nothing goes by itself, and no word is lost', async () => {
  const { thread, going, next } = aThread();
  thread.write('reply', 'It left today.');
  const first = thread.send('reply');
  const second = thread.send('reply');
  (await next()).over(new Problem('answered_meanwhile', 409));
  assert.deepEqual(await Promise.all([first, second]), [false, false]);
  assert.deepEqual([going.length, thread.draft.reply], [0, 'It left today.']);
  assert.equal(thread.$work.get().problem?.code, 'answered_meanwhile');
});
