import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { InboxPage, InboxThread } from '../../../src/contract/inbox.ts';
import { createInbox } from '../../../src/console/stores/inbox.ts';
import { createThread } from '../../../src/console/stores/thread.ts';
import { asked, begun } from '../../../src/domain/conversations/conversations.ts';
import type { Send } from '../../../src/widget/client/request.ts';
import type { Remote } from '../../../src/widget/stores/remote.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import { API } from '../../builders/visitor.ts';

const MESSAGES = 230;
const TALKS = 150;
const at = new Date('2026-11-23T09:00:00.000Z').toISOString();

let desk: BackendUnderTest;
let send: Send;
let asks = 0;
before(async () => {
  desk = await aBackend({ ports: { consoleAddress: () => CONSOLE } });
  const { cookies } = await aColleague(desk);
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  send = async (path, { method = 'GET', query = {}, body } = {}) => {
    asks += 1;
    const url = new URL(`/v1/staff${path}`, API);
    for (const [name, value] of Object.entries({ ...query, shop: 'alder' }))
      if (value !== undefined) url.searchParams.set(name, `${value}`);
    const headers = {
      cookie,
      origin: API,
      'x-front-desk': '1',
      'content-type': 'application/json',
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return desk.backend.fetch(new Request(url, { method, headers, ...sent }));
  };
  await talk('long', MESSAGES);
  for (let nth = 1; nth < TALKS; nth += 1) await talk(`talk-${nth}`, 1);
});
after(() => desk.close());

async function talk(id: string, messages: number): Promise<void> {
  const { conversations } = desk.storage;
  await conversations.open('alder', { session: id }, { id, record: begun(at) });
  for (let nth = 1; nth <= messages; nth += 1)
    await conversations.write({ id: 'alder' }, id, {
      decide: (held) => asked(held, { text: `${nth}` }, at),
    });
}

/** The store's next value that is read whole. */
const next = <T>($state: { listen(told: (state: Remote<T>) => void): () => void }): Promise<T> =>
  new Promise((done, fail) => {
    const stop = $state.listen((state) => {
      if (state.is === 'loading') return;
      stop();
      if (state.is === 'ready') done(state.value);
      else fail(new Error(state.is));
    });
  });

describe('What is longer than a page', () => {
  test('is read to its first word, and nothing of it twice', async () => {
    const kept = { getItem: () => null, setItem: () => undefined } as unknown as Storage;
    const thread = createThread(send, 'long', kept);
    const texts = async (act: () => void) => {
      const value = next<InboxThread>(thread.$thread);
      act();
      return (await value).messages.map(({ text }) => text);
    };
    const all = Array.from({ length: MESSAGES }, (_, nth) => `${nth + 1}`);
    assert.deepEqual(await texts(thread.renew), all.slice(-50));
    assert.deepEqual(await texts(thread.older), all.slice(-150));
    assert.deepEqual(await texts(thread.older), all);
    const before = asks;
    assert.deepEqual(await texts(thread.renew), all);
    assert.equal(asks - before, 1);
  });

  test('is listed to the last', async () => {
    const inbox = createInbox(send);
    const count = async (act: () => void) => {
      const value = next<InboxPage>(inbox.$list);
      act();
      const { items, next: more } = await value;
      return [new Set(items.map(({ id }) => id)).size, more !== undefined];
    };
    assert.deepEqual(await count(() => inbox.look('open')), [30, true]);
    assert.deepEqual(await count(inbox.more), [TALKS, false]);
  });
});
