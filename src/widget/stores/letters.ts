import { atom, type ReadableAtom } from 'nanostores';
import type { Message } from '../../contract/conversations.ts';
import type { Card } from '../../contract/message-parts.ts';
import { beginVisit, openConversation, sendMessage } from '../client/conversations.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import { sendUpload } from '../client/uploads.ts';
import { createWishes, newKey } from '../client/wishes.ts';
import type { Outbox } from '../host/outbox.ts';
import { isDocument, type ChosenFile } from '../host/small-picture.ts';
import { arrive } from './arrival.ts';
import type { Ground } from './ground.ts';

/** A message that the server does not have yet, or may have without our knowing. */
export interface Letter {
  readonly client: string;
  /** Absent: it begins a conversation. */
  readonly conversation?: string;
  /** Of those that begin one together: by this the server knows which, however late one goes. */
  readonly begins?: string;
  /** A customer's id, or nobody known. */
  readonly who: string;
  readonly text: string;
  /** Pictures, small already, and documents; `photos` has the uploads' ids of those that are there, in their order. */
  readonly files?: readonly ChosenFile['file'][];
  readonly photos?: readonly string[];
  /** What it is about. */
  readonly cards?: readonly Card[];
  readonly at: string;
  /** Refused for good: sent again only when the shopper says so. */
  readonly refused?: string;
}

export interface Letters {
  readonly $waiting: ReadableAtom<readonly Letter[]>;
  /** Why what waits does not go, where it is more than a line that is down. */
  readonly $problem: ReadableAtom<Problem | undefined>;
  /** `isNew`: without a conversation it begins another than the one before has begun. */
  write(letter: Pick<Letter, 'conversation' | 'text' | 'files' | 'cards'>, isNew?: boolean): void;
  again(letter: Letter): void;
  remove(letter: Letter): void;
}

const NOBODY = 'visitor';
const PAUSE = 5_000;
/** The same would be refused again. */
const LASTING: ReadonlySet<number> = new Set([403, 404, 413, 415, 422]);

/**
 * What is written waits in this browser until the server says that it has it. Each letter keeps its
 * name, by which the server knows one that comes twice: from another tab, or after a lost answer.
 * `sent` hears of each, and of the conversation that the first one has begun.
 */
export function createLetters(
  ground: Ground,
  outbox: Outbox<Letter>,
  sent: (conversation: string, message: Message) => void,
): Letters {
  const { send, session, keep } = ground;
  const $waiting = atom<readonly Letter[]>([]);
  const $problem = atom<Problem | undefined>();
  const { once } = createWishes();
  let begins = newKey();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const who = () => {
    const now = session.$session.get();
    return now.kind === 'customer' ? now.customer.id : NOBODY;
  };
  const isOurs = (letter: Letter) => letter.who === NOBODY || letter.who === who();
  const show = (letters: readonly Letter[]) => $waiting.set(letters.filter(isOurs));
  const put = async (letter: Letter) => {
    show($waiting.get().map((one) => (one.client === letter.client ? letter : one)));
    await outbox.put(letter);
  };
  const drop = async ({ client }: Letter) => {
    show($waiting.get().filter((one) => one.client !== client));
    await outbox.remove(client);
  };
  /** As it is by now: where it goes, and which pictures are there, was learnt meanwhile. */
  const latest = (letter: Letter) =>
    $waiting.get().find(({ client }) => client === letter.client) ?? letter;
  const next = () => $waiting.get().find(({ refused }) => !refused);

  /** There must be somebody whose conversation it is. */
  async function arriveFirst(): Promise<void> {
    if (session.$session.get().kind === 'unknown') await session.refresh();
    const now = session.$session.get();
    if (now.kind === 'anonymous' && !now.visitor)
      await once('visit', async (key) => arrive(ground, await beginVisit(send, key)));
  }

  /** Those that begin a conversation begin one together, before any of them goes. */
  async function addressed(letter: Letter): Promise<string> {
    if (letter.conversation !== undefined) return letter.conversation;
    const { id } = await openConversation(send, letter.begins ?? letter.client);
    for (const one of $waiting.get())
      if (one.conversation === undefined && one.begins === letter.begins)
        await put({ ...one, conversation: id });
    return id;
  }

  /** Its pictures go first, each under a name of its own: one whose answer was lost is not sent twice. */
  async function pictured(letter: Letter): Promise<readonly string[]> {
    const { client, files = [] } = letter;
    let { photos = [] } = letter;
    for (const file of files.slice(photos.length)) {
      const { id } = await sendUpload(send, file, `${client}-${photos.length}`);
      photos = [...photos, id];
      await put({ ...latest(letter), photos });
    }
    return photos;
  }

  async function go(): Promise<void> {
    for (let letter = next(); letter; letter = next()) {
      try {
        await arriveFirst();
        const id = await addressed(letter);
        const ids = await pictured(letter);
        const { client, text, files = [], cards } = letter;
        const photos = ids.filter((_, nth) => !isDocument(files[nth]!));
        const documents = ids.filter((_, nth) => isDocument(files[nth]!));
        const message = await sendMessage(send, id, {
          ...{ client, text },
          ...(photos.length && { photos }),
          ...(documents.length && {
            documents,
            names: files.filter(isDocument).map(({ name = '' }) => name),
          }),
          ...(cards && { cards: cards.map(({ kind, id: of }) => ({ kind, id: of })) }),
        });
        sent(id, message);
        await drop(letter);
        $problem.set(undefined);
      } catch (error) {
        const problem = asProblem(error);
        const { status, code, retryAfter } = problem;
        $problem.set(problem);
        if (LASTING.has(status) || code === 'too_many_files') {
          await put({ ...latest(letter), refused: code });
          continue;
        }
        // signed out elsewhere: it waits for its writer
        if (status !== 401) timer = setTimeout(flush, (retryAfter ?? 0) * 1000 || PAUSE);
        return;
      }
    }
  }
  function flush(): void {
    clearTimeout(timer);
    running ??= go().finally(() => (running = undefined));
  }

  const read = async () => {
    const letters = await outbox.read();
    const known = new Set($waiting.get().map(({ client }) => client));
    show([...letters.filter(({ client }) => !known.has(client)), ...$waiting.get()]);
    flush();
  };
  void read();
  keep({
    renew: flush,
    retry: flush,
    reset() {
      clearTimeout(timer);
      const now = session.$session.get();
      // who leaves by their own wish leaves nothing behind
      if (now.kind === 'anonymous' && !now.visitor && !now.ended) {
        $waiting.set([]);
        void outbox.clear();
      } else void read();
    },
  });

  return {
    $waiting,
    $problem,
    write(wanted, isNew) {
      const at = new Date().toISOString();
      if (isNew) begins = newKey();
      const letter = { ...wanted, begins, client: newKey(), who: who(), at };
      $waiting.set([...$waiting.get(), letter]);
      // kept before it is sent: whatever ends this page, it is not lost
      void outbox.put(letter).then(flush);
    },
    // its pictures may be forgotten by now: each goes again by its name
    again({ refused: _, photos: __, ...letter }) {
      void put(letter).then(flush);
    },
    remove: (letter) => void drop(letter),
  };
}
