import assert from 'node:assert/strict';
import type { Message } from '../../src/contract/conversations.ts';
import { createThread, type Thread } from '../../src/console/stores/thread.ts';
import { createSend, type Send } from '../../src/widget/client/request.ts';
import { createLive } from '../../src/widget/stores/live.ts';

/** What a colleague has begun to say. */
interface Said {
  text: string;
  files: readonly File[];
  /** They reloaded before it had gone: what was typed is kept, and its files may be lost. */
  isReloaded: boolean;
}

/** Somebody of the shop at the console: its own stores, without a page. */
export interface Colleague {
  /** Has nothing left to say. */
  isDone(): boolean;
  /** Says this; or, where something was not answered yet, that again. */
  say(text: string, files?: readonly File[]): void;
  again(): void;
  /** All that they have begun to say, in order. */
  said: readonly Said[];
  read(): readonly Message[];
  /** What a reload does: nothing but what was kept is left. */
  reload(): void;
  renew(): void;
  leave(): void;
}

export function aColleagueAt(api: string, cookie: string, id: string): Colleague {
  const said: Said[] = [];
  const kept = aStorage();
  let page = open();

  function open(): { thread: Thread; life: AbortController } {
    const life = new AbortController();
    const ask = createSend({
      ...{ api, shop: 'alder', locale: 'en', life: life.signal },
      bearer: { token: async () => undefined, renew: async () => false },
    });
    const send: Send = (path, more = {}) =>
      ask(`/staff${path}`, {
        ...{ ...more, cookie: true },
        headers: { ...more.headers, cookie, origin: api },
      });
    const thread = createThread(send, id, kept);
    thread.$thread.subscribe(({ value }) => {
      const messages = value?.messages ?? [];
      messages.forEach(({ sequence }, nth) =>
        assert.equal(sequence, messages[0]!.sequence + nth, 'A colleague sees a gap'),
      );
    });
    const renew = () => thread.renew();
    const live = createLive({ send, heard: renew, gap: renew, life: life.signal });
    live.listen(true);
    return { thread, life };
  }

  const isDone = () => !page.thread.draft.reply && !page.thread.$work.get().busy;
  const again = () => {
    const { thread } = page;
    if (thread.$work.get().busy || !thread.draft.reply) return;
    const { $state, retry } = thread.files.reply;
    for (const file of $state.get()) if (file.problem) retry(file);
    void thread.send('reply');
  };
  return {
    said,
    isDone,
    say(text, files = []) {
      if (isDone()) {
        said.push({ text, files, isReloaded: false });
        page.thread.write('reply', text);
        page.thread.files.reply.add(files);
      }
      again();
    },
    again,
    read: () => page.thread.$thread.get().value?.messages ?? [],
    reload() {
      const newest = said.at(-1);
      if (newest && !isDone()) newest.isReloaded = true;
      page.life.abort();
      page = open();
      page.thread.renew();
    },
    renew: () => page.thread.renew(),
    leave: () => page.life.abort(),
  };
}

/** What sessionStorage is to one page. */
function aStorage(): Storage {
  const values = new Map<string, string>();
  return {
    ...{ length: 0, key: () => null, clear: () => values.clear() },
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
