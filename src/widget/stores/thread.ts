import { atom, type ReadableAtom } from 'nanostores';
import type { Conversation, Message } from '../../contract/conversations.ts';
import { listMessages, markConversation } from '../client/conversations.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import type { Send } from '../client/request.ts';

export interface ThreadState {
  readonly conversation?: Conversation;
  /** Without a gap, up to the newest that is known. */
  readonly messages: readonly Message[];
  /** Somebody of the shop is writing. */
  readonly typing?: boolean;
  readonly problem?: Problem | undefined;
}

/** One conversation, read as far back as it was looked at. */
export interface Thread {
  readonly $state: ReadableAtom<ThreadState>;
  /** Reads what came since; of a new one the newest messages. */
  load(): Promise<void>;
  earlier(): Promise<void>;
  /** Has just been sent from here. */
  add(message: Message): void;
  typing(): void;
  /** All that is there has been seen. */
  seen(): void;
  put(conversation: Conversation): void;
}

const PAGE = 50;
const TYPING = 6_000;

export function createThread(send: Send, id: string): Thread {
  const $state = atom<ThreadState>({ messages: [] });
  let running: Promise<void> | undefined;
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (some: Partial<ThreadState>) => $state.set({ ...$state.get(), ...some });
  const last = () => $state.get().messages.at(-1)?.sequence ?? 0;

  async function read(): Promise<void> {
    for (let more = true; more;) {
      const after = last();
      const limit = after ? 100 : PAGE;
      const { items, conversation } = await listMessages(send, id, {
        ...(after && { after }),
        limit,
      });
      // one that was sent from here meanwhile is here already
      const fresh = items.filter(({ sequence }) => sequence > last());
      const { messages } = $state.get();
      change({
        ...{ conversation, messages: [...messages, ...fresh], problem: undefined },
        ...(fresh.some(({ from }) => from !== 'shopper') && { typing: false }),
      });
      more = after > 0 && items.length === limit;
      if (last() > conversation.shopper.delivered)
        void markConversation(send, id, { delivered: last() }).catch(asProblem);
    }
  }
  async function load(): Promise<void> {
    wanted = true;
    running ??= (async () => {
      try {
        // what was told while we read is read as well
        while (wanted) {
          wanted = false;
          await read();
        }
      } catch (error) {
        change({ problem: asProblem(error) });
      } finally {
        running = undefined;
      }
    })();
    return running;
  }
  let reaching: Promise<void> | undefined;

  return {
    $state,
    load,
    earlier() {
      const before = $state.get().messages[0]?.sequence ?? 1;
      if (before === 1) return Promise.resolve();
      return (reaching ??= listMessages(send, id, { before, limit: 100 })
        .then(({ items }) => change({ messages: [...items, ...$state.get().messages] }))
        .catch((error: unknown) => change({ problem: asProblem(error) }))
        .finally(() => (reaching = undefined)));
    },
    add(message) {
      const { messages } = $state.get();
      if (message.sequence === last() + 1) change({ messages: [...messages, message] });
      else if (message.sequence > last()) void load();
    },
    typing() {
      clearTimeout(timer);
      change({ typing: true });
      timer = setTimeout(() => change({ typing: false }), TYPING);
    },
    seen() {
      const { conversation } = $state.get();
      const seen = last();
      if (!conversation || seen <= conversation.shopper.seen) return;
      change({ conversation: { ...conversation, shopper: { delivered: seen, seen }, unread: 0 } });
      void markConversation(send, id, { seen }).catch(asProblem);
    },
    put: (conversation) => change({ conversation }),
  };
}
