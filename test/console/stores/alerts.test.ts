import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { createAlerts, type Alerts } from '../../../src/console/stores/alerts.ts';
import type { InboxConversation } from '../../../src/contract/inbox.ts';

const mark = { delivered: 0, seen: 0 };
const at = '2026-11-23T09:00:00.000Z';

let shown: { title: string; body?: string | undefined }[];
let asked: number;
let hasFocus: boolean;
let answer: NotificationPermission;
let talk: InboxConversation;
let alerts: Alerts;
beforeEach(() => {
  [shown, asked, hasFocus, answer] = [[], 0, false, 'granted'];
  talk = {
    ...{ id: 'talk', state: 'open', createdAt: at, changedAt: at, last: 1, mailed: false },
    ...{ shopper: mark, shop: mark, with: { name: 'Mara' }, unseen: 1 },
    ...{ priority: 'normal', tags: [] },
    preview: { sequence: 1, from: 'shopper', at, text: 'Is it warm?' },
  };
  const kept = new Map<string, string>();
  class Shown {
    onclick = null;
    constructor(title: string, { body }: NotificationOptions) {
      shown.push({ title, body });
    }
    close(): void {}
    static async requestPermission(): Promise<NotificationPermission> {
      asked += 1;
      return answer;
    }
  }
  alerts = createAlerts({
    page: {
      document: { hasFocus: () => hasFocus },
      focus: () => undefined,
      Notification: Shown,
      localStorage: {
        ...{ length: 0, clear: () => kept.clear(), key: () => null },
        ...{ removeItem: (key) => void kept.delete(key), getItem: (key) => kept.get(key) ?? null },
        setItem: (key, value) => void kept.set(key, value),
      },
    },
    send: async () => Response.json({ conversation: talk, messages: [], notes: [] }),
    me: () => 'jo',
    title: (name) => `${name} has written`,
    show: () => undefined,
  });
});

describe('A desktop notification', () => {
  test('is neither shown nor asked for until somebody chooses it', async () => {
    await alerts.heard('talk');
    assert.deepEqual([shown, asked], [[], 0]);
  });

  test('says who has written, once; what, to who has chosen that', async () => {
    await alerts.choose('names');
    await alerts.heard('talk');
    await alerts.heard('talk');
    assert.deepEqual(shown, [{ title: 'Mara has written', body: undefined }]);
    await alerts.choose('words');
    talk = { ...talk, last: 2 };
    await alerts.heard('talk');
    assert.equal(shown[1]?.body, 'Is it warm?');
  });

  test('is left out while one looks here, of what is a colleague’s, and of what is seen', async () => {
    await alerts.choose('names');
    hasFocus = true;
    await alerts.heard('talk');
    hasFocus = false;
    for (const change of [{ assignee: 'lena' }, { unseen: 0 }]) {
      talk = { ...talk, ...change };
      await alerts.heard('talk');
    }
    assert.deepEqual(shown, []);
  });

  test('stays off where the browser lets none through, which is told', async () => {
    answer = 'denied';
    await alerts.choose('words');
    assert.deepEqual([alerts.$how.get(), alerts.$isBlocked.get()], ['off', true]);
  });
});
