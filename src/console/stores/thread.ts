import { atom, type ReadableAtom } from 'nanostores';
import type { Message } from '../../contract/conversations.ts';
import type { Card } from '../../contract/message-parts.ts';
import type { InboxChange, InboxThread } from '../../contract/inbox.ts';
import { asProblem, type Problem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { sendUpload } from '../../widget/client/send-upload.ts';
import { randomId } from '../../widget/host/random-id.ts';
import { smallFile } from '../../widget/host/small-picture.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import {
  changeConversation,
  getThread,
  keepNote,
  markSeen,
  reply,
  tellTyping,
} from '../client/inbox.ts';
import { createAttachments, type Attachments } from './attachments.ts';

export type Writing = 'reply' | 'note';

/** Survives a reload, under the name it is sent by: sent again it stays the same answer. */
export interface Draft extends Record<Writing, string> {
  client: string;
  /** What goes with the reply. */
  cards: readonly Card[];
  choices: readonly string[];
}

export interface ThreadWork {
  busy: boolean;
  problem?: Problem;
}

/** One conversation, open. */
export interface Thread {
  id: string;
  $thread: RemoteStore<InboxThread>['$state'];
  /** What is being sent, or why it was not. */
  $work: ReadableAtom<ThreadWork>;
  /** The shopper is writing. */
  $typing: ReadableAtom<boolean>;
  /** Another each time something is put beside the reply, or taken away. */
  $shown: ReadableAtom<number>;
  draft: Draft;
  /** What goes with an answer, and with a note. */
  files: Record<Writing, Attachments>;
  /** Read again: something has changed. */
  renew(): void;
  older(): void;
  types(): void;
  write(writing: Writing, text: string): void;
  /** With the reply; what is left out stays. */
  show(more: Partial<Pick<Draft, 'cards' | 'choices'>>): void;
  /**
   * True when it is there. What is sent while something else still is goes after it, unless that was
   * refused; what was typed meanwhile stays. A note may name colleagues: `mentions`, of its words.
   */
  send(writing: Writing, mentions?: (note: string) => string[]): Promise<boolean>;
  change(change: InboxChange): Promise<void>;
}

const PAGE = 50;
const MOST = 100;
/** How long a hint that somebody writes is good, and how often one is given, in ms. */
const TYPING = 5000;

export function createThread(send: Send, id: string, kept: Storage): Thread {
  const attachments = () =>
    createAttachments(smallFile, (file, sending) => sendUpload(send, file, sending));
  const files = { reply: attachments(), note: attachments() };
  const $work = atom<ThreadWork>({ busy: false });
  const $typing = atom(false);
  const $shown = atom(0);
  const draft = readDraft(kept, id);
  /** What was said never changes: by its sequence, so that nothing is read twice. */
  const said = new Map<number, Message>();
  let wanted = PAGE;
  let told = 0;
  let stops: ReturnType<typeof setTimeout> | undefined;
  /** What is being sent, and how many wait with it. */
  let turn = Promise.resolve(true);
  let waiting = 0;
  const keep = () => kept.setItem(nameOf(id), JSON.stringify(draft));
  const remote = createRemote(async (signal) => {
    const thread = await read(signal);
    if (thread.conversation.unseen > 0 || thread.conversation.mentioned)
      await markSeen(send, id, thread.conversation.last).catch(() => undefined);
    return thread;
  });

  /** As many of the newest messages as are wanted. */
  async function read(signal: AbortSignal): Promise<InboxThread> {
    const thread = await getThread(send, id, { limit: PAGE }, signal);
    const keepAll = (messages: readonly Message[]) =>
      messages.forEach((message) => said.set(message.sequence, message));
    keepAll(thread.messages);
    const messages = [...thread.messages];
    for (let first = messages[0]; first && first.sequence > 1 && messages.length < wanted;) {
      const before = first.sequence;
      if (!said.has(before - 1))
        keepAll((await getThread(send, id, { before, limit: MOST }, signal)).messages);
      first = said.get(before - 1);
      if (first) messages.unshift(first);
    }
    return { ...thread, messages };
  }

  async function act(work: () => Promise<unknown>): Promise<boolean> {
    $work.set({ busy: true });
    try {
      await work();
      $work.set({ busy: false });
      return true;
    } catch (error) {
      $work.set({ busy: false, problem: asProblem(error) });
      return false;
    } finally {
      await remote.load();
    }
  }

  return {
    ...{ id, $thread: remote.$state, $work, $typing, $shown, draft, files },
    renew() {
      $typing.set(false);
      void remote.load();
    },
    older() {
      wanted += MOST;
      void remote.load();
    },
    types() {
      $typing.set(true);
      clearTimeout(stops);
      stops = setTimeout(() => $typing.set(false), TYPING);
    },
    write(writing, text) {
      draft[writing] = text;
      keep();
      if (writing === 'note' || !text || Date.now() - told < TYPING / 2) return;
      told = Date.now();
      // a hint that is lost is no loss
      tellTyping(send, id).catch(() => undefined);
    },
    show(more) {
      Object.assign(draft, more);
      keep();
      $shown.set($shown.get() + 1);
    },
    send(writing, mentions = () => []) {
      // after what was refused nothing goes by itself: it is read first
      const go = () => sendNow(writing, mentions);
      const mine = waiting === 0 ? go() : turn.then((isGood) => isGood && go());
      waiting += 1;
      turn = mine.finally(() => (waiting -= 1));
      return turn;
    },
    async change(change) {
      await act(() => changeConversation(send, id, change));
    },
  };

  async function sendNow(writing: Writing, mentions: (note: string) => string[]): Promise<boolean> {
    const typed = draft[writing];
    const text = typed.trim();
    const { client, choices } = draft;
    const sent = draft.cards;
    const cards = sent.map(({ kind, id: of }) => ({ kind, id: of }));
    const attached = files[writing].named();
    const chosen = files[writing].$state.get();
    const isSilent = !chosen.length && (writing === 'note' || !cards.length);
    if (!attached || (!text && isSilent)) return false;
    const seen = remote.$state.get().value?.conversation.last ?? 0;
    return act(async () => {
      await (writing === 'note'
        ? keepNote(send, id, { text, ...attached, mentions: mentions(text) })
        : reply(send, id, {
            ...{ client, text, ...attached, seen },
            ...(cards.length && { cards }),
            ...(choices.length && { choices: [...choices] }),
          }));
      if (writing === 'reply')
        Object.assign(draft, {
          client: randomId(),
          cards: draft.cards.filter((card) => !sent.includes(card)),
          choices: draft.choices === choices ? [] : draft.choices,
        } satisfies Partial<Draft>);
      const since = draft[writing];
      draft[writing] = since.startsWith(typed) ? since.slice(typed.length).trimStart() : since;
      chosen.forEach((one) => files[writing].remove(one));
      keep();
    });
  }
}

const nameOf = (id: string): string => `front-desk draft ${id}`;

function readDraft(kept: Storage, id: string): Draft {
  const none: Draft = { reply: '', note: '', client: randomId(), cards: [], choices: [] };
  try {
    const known: Partial<Draft> = JSON.parse(kept.getItem(nameOf(id)) ?? '{}');
    return { ...none, ...known };
  } catch {
    return none;
  }
}
