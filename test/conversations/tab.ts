import assert from 'node:assert/strict';
import type { Message } from '../../src/contract/conversations.ts';
import type { CustomerSession } from '../../src/contract/session.ts';
import { createSend } from '../../src/widget/client/request.ts';
import type { Outbox } from '../../src/widget/host/outbox.ts';
import { en } from '../../src/widget/locales/en.ts';
import { createWords } from '../../src/widget/locales/words.ts';
import { createConversations, type Conversations } from '../../src/widget/stores/conversations.ts';
import type { Ground, Kept } from '../../src/widget/stores/ground.ts';
import type { Letter } from '../../src/widget/stores/letters.ts';
import { createLive } from '../../src/widget/stores/live.ts';
import { createRemote } from '../../src/widget/stores/remote.ts';
import { createSession } from '../../src/widget/stores/session.ts';
import type { Chosen } from './files.ts';

/** One tab of a shopper: the widget's own stores, without a page. */
export interface Tab {
  chats: Conversations;
  write(text: string, conversation: string | undefined, files?: readonly Chosen[]): void;
  /** Changes their mind about the newest that has not gone, if there is one: says what it was. */
  takeBack(): string | undefined;
  /** They have signed in once more. */
  signIn(who: CustomerSession): void;
  /** Hints may have been lost. */
  gap(): void;
  /** All that its reader has been shown of this conversation. */
  read(id: string): readonly Message[];
  /** The browser ends it, whatever it is doing. */
  kill(): void;
}

export function aTab(api: string, who: CustomerSession, outbox: Outbox<Letter>): Tab {
  const life = new AbortController();
  const session = createSession(async () => who);
  session.accept(who);
  const send = createSend({
    ...{ api, shop: undefined, locale: 'en', bearer: session, life: life.signal },
  });
  const kept: Kept[] = [];
  const unwanted = (): never => assert.fail('This is not a chat’s business');
  const ground: Ground = {
    ...{ name: 'tab', send, session, vouch: undefined },
    ...{ words: createWords('en', en), life: life.signal },
    orders: createRemote(async () => unwanted()),
    keep: (one) => void kept.push(one),
    config: {
      ...{ api, shop: undefined, rooms: undefined, locale: 'en', fallback: undefined },
      ...{ cart: undefined, home: 'home' },
    },
    ...{ page: {}, tell: unwanted },
    ...{ seen: unwanted, renewal: unwanted, tellTabs: unwanted, leave: unwanted },
  };
  const chats = createConversations(ground, outbox);
  const watched = new Set<string>();
  const thread = (id: string) => {
    const one = chats.thread(id);
    if (!watched.has(id))
      one.$state.subscribe(({ messages }) => {
        // a reader never sees a gap, a double or another order, not for a moment
        const [first] = messages;
        messages.forEach(({ sequence }, nth) => assert.equal(sequence, first!.sequence + nth));
      });
    watched.add(id);
    return one;
  };
  const gap = () => {
    for (const id of watched) void thread(id).load();
    for (const one of kept) one.renew?.();
  };
  const live = createLive({
    ...{ send, gap, life: life.signal },
    heard({ topic, id }) {
      if (topic === 'conversation') void thread(id).load();
      for (const one of kept) one.heard?.(id, topic);
    },
  });
  live.listen(true);
  return {
    ...{ chats, gap },
    write: (text, conversation, files = []) =>
      chats.letters.write({
        ...{ text, ...(files.length && { files }) },
        ...(conversation !== undefined && { conversation }),
      }),
    signIn(now) {
      session.accept(now);
      for (const one of kept) one.reset?.();
      watched.clear();
    },
    takeBack() {
      const newest = chats.letters.$waiting.get().at(-1);
      if (newest) chats.letters.remove(newest);
      return newest?.text;
    },
    read: (id) => thread(id).$state.get().messages,
    kill: () => life.abort(),
  };
}
