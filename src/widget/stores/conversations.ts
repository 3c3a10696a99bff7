import { atom, type ReadableAtom } from 'nanostores';
import type { Conversation, ConversationList } from '../../contract/conversations.ts';
import {
  listConversations,
  mailConversation,
  mailTranscript,
  rateConversation,
  tellTyping,
} from '../client/conversations.ts';
import { asProblem } from '../client/problem.ts';
import { createWishes } from '../client/wishes.ts';
import type { Teaser } from '../host/teaser.ts';
import { createOutbox, type Outbox } from '../host/outbox.ts';
import type { Ground } from './ground.ts';
import { createLetters, type Letter, type Letters } from './letters.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { subjectOf } from './subject.ts';
import { createThread, type Thread } from './thread.ts';

export interface Conversations {
  /** Of nobody yet there are none, and nobody is asked. */
  readonly list: RemoteStore<ConversationList>;
  readonly letters: Letters;
  /** The conversation that the newest letter without one has begun. */
  readonly $begun: ReadableAtom<string | undefined>;
  thread(id: string): Thread;
  /** The shopper is writing; told the shop every few seconds. */
  typing(id: string): void;
  rate(id: string, rating: number): Promise<void>;
  /** Answers that are not seen here follow by mail; somebody unknown says where to. */
  mail(id: string, email?: string): Promise<void>;
  /** All that was said comes by mail, to the same address. */
  transcript(id: string): Promise<unknown>;
}

const TYPING = 4_000;
const none: ConversationList = { items: [], answering: { open: true } };

export function createConversations(
  ground: Ground,
  outbox: Outbox<Letter> = createOutbox(ground.name),
): Conversations {
  const { send, session, keep, page, life } = ground;
  const isSomebody = () => subjectOf(session.$session.get()) !== undefined;
  const list = createRemote((signal) =>
    isSomebody() ? listConversations(send, signal) : Promise.resolve(none),
  );
  const threads = new Map<string, Thread>();
  const $begun = atom<string | undefined>();
  const { once } = createWishes();
  let told = 0;
  /** What is written on the button. */
  let ours = '';
  let teaser: Teaser | undefined;
  /** The newest that is known, by conversation: what comes after it is news. */
  const newest = new Map<string, number>();

  function thread(id: string): Thread {
    const known = threads.get(id) ?? createThread(send, id);
    if (!threads.has(id)) known.$state.listen(count);
    threads.set(id, known);
    return known;
  }

  /** What waits to be read, on the button: an answer may come when the panel is closed. */
  function count(): void {
    const items = (list.$state.get().value?.items ?? []).map(
      (one) => threads.get(one.id)?.$state.get().conversation ?? one,
    );
    page.awaits = items.some(({ state, last }) => state !== 'closed' && last > 0);
    const unread = items.reduce((sum, one) => sum + one.unread, 0);
    // a number that the page itself has set stays
    if (['', ours].includes(page.getAttribute?.('unread') ?? ''))
      page.setAttribute?.('unread', (ours = `${unread || ''}`));
    tease(items);
    if (!unread) teaser?.hide();
  }

  /** An answer that comes while the panel is closed is told beside the button. */
  function tease(items: readonly Conversation[]): void {
    const { button } = page;
    for (const { id, unread, last, preview } of items) {
      const before = newest.get(id) ?? last;
      newest.set(id, last);
      if (last <= before || !unread || preview?.sequence !== last || preview.event) continue;
      if (preview.from === 'shopper' || button?.ariaExpanded !== 'false') continue;
      const { name = '', text, cards } = preview;
      const news = {
        words: `${name}\n${text.split('\n')[0] || (cards?.[0]?.title ?? '')}`,
        close: ground.words.text('close'),
        open: () => page.open?.(`talk/${id}`),
      };
      import('../host/teaser.ts').then(
        ({ createTeaser }) => (teaser ??= createTeaser(button, life)).show(news),
        () => {}, // the number on the button tells of it
      );
    }
  }
  list.$state.listen(count);
  const letters = createLetters(ground, outbox, $begun, (id, message) => {
    if (message.sequence === 1) $begun.set(id);
    thread(id).add(message);
    list.renew();
  });
  const loaded = () => [...threads.values()].filter(({ $state }) => $state.get().conversation);
  keep({
    renew() {
      list.renew();
      for (const one of loaded()) void one.load();
    },
    retry() {
      for (const one of threads.values()) if (one.$state.get().problem) void one.load();
    },
    reset() {
      threads.clear();
      newest.clear();
      list.reset();
    },
    heard(id, topic) {
      if (topic === 'typing') threads.get(id)?.typing();
      if (topic !== 'conversation') return false;
      list.renew();
      void threads.get(id)?.load();
      return true;
    },
  });

  return {
    list,
    letters,
    $begun,
    thread,
    typing(id) {
      if (Date.now() - told < TYPING) return;
      told = Date.now();
      void tellTyping(send, id).catch(asProblem);
    },
    mail: (id, email) =>
      once(`mail ${id} ${email}`, async (key) => {
        const wish = { wanted: true, ...(email && { email }) };
        thread(id).put(await mailConversation(send, id, wish, key));
      }),
    transcript: (id) => once(`transcript ${id}`, (key) => mailTranscript(send, id, key)),
    rate: (id, rating) =>
      once(`rate ${id} ${rating}`, async (key) =>
        thread(id).put(await rateConversation(send, id, rating, key)),
      ),
  };
}
