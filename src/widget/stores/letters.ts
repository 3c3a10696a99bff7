import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { Message } from '../../contract/conversations.ts';
import type { Card } from '../../contract/message-parts.ts';
import { beginVisit, openConversation, sendMessage } from '../client/conversations.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import { createWishes, newKey } from '../client/wishes.ts';
import type { Outbox } from '../host/outbox.ts';
import { isDocument, type ChosenFile } from '../host/chosen-file.ts';
import { arrive } from './arrival.ts';
import type { Ground } from './ground.ts';

/** A message that the server does not have yet, or may have without our knowing. */
export interface Letter {
  readonly client: string;
  /** Absent: it begins a conversation. */
  readonly conversation?: string;
  /**
   * Of those that begin one together: by this the server knows which, however late one goes. Its files
   * go under names made of it.
   */
  readonly begins?: string;
  /** A customer's id, or nobody known. */
  readonly who: string;
  readonly text: string;
  /**
   * Pictures, small already, and documents; `photos` has the uploads' ids of those that are there, in
   * their order. One that was taken out is empty: the others keep their places, and their names.
   */
  readonly files?: readonly ChosenFile['file'][];
  readonly photos?: readonly string[];
  /** What it is about. */
  readonly cards?: readonly Card[];
  readonly at: string;
  /** Refused for good: sent again only when the shopper says so. */
  readonly refused?: Pick<Problem, 'code' | 'retryAt'>;
}

export interface Letters {
  readonly $waiting: ReadableAtom<readonly Letter[]>;
  /** The file that is on its way, by its letter and place, and how much has gone, 0 to 1. */
  readonly $going: ReadableAtom<{ readonly key: string; readonly part: number } | undefined>;
  /** Why what waits does not go, where it is more than a line that is down. */
  readonly $problem: ReadableAtom<Problem | undefined>;
  /** `isNew`: without a conversation it begins another than the one before has begun. */
  write(letter: Pick<Letter, 'conversation' | 'text' | 'files' | 'cards'>, isNew?: boolean): void;
  /** At once, or though it was refused. */
  again(letter: Letter): void;
  /** Without this file, which goes no further, the rest of it goes. */
  takeOut(letter: Letter, nth: number): void;
  remove(letter: Letter): void;
}

const NOBODY = 'visitor';
/** Seconds. */
const PAUSE = 5;
/** The same would be refused again. */
const LASTING: ReadonlySet<number> = new Set([403, 404, 413, 415, 422]);

/**
 * What is written waits in this browser until the server says that it has it. Each letter keeps its
 * name, by which the server knows one that comes twice: from another tab, or after a lost answer.
 * `$begun` is told the conversation that is begun, before anything is in it; `sent` hears of each.
 */
export function createLetters(
  ground: Ground,
  outbox: Outbox<Letter>,
  $begun: WritableAtom<string | undefined>,
  sent: (conversation: string, message: Message) => void,
): Letters {
  const { send, session, keep, life } = ground;
  const $waiting = atom<readonly Letter[]>([]);
  const $going = atom<{ key: string; part: number } | undefined>();
  const $problem = atom<Problem | undefined>();
  const { once } = createWishes();
  let begins = newKey();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let stop: AbortController | undefined;

  const who = () => {
    const now = session.$session.get();
    return now.kind === 'customer' ? now.customer.id : NOBODY;
  };
  const isOurs = (letter: Letter) => letter.who === NOBODY || letter.who === who();
  const show = (letters: readonly Letter[]) => $waiting.set(letters.filter(isOurs));
  /** As it is by now: where it goes, and which files are there, was learnt meanwhile. */
  const latest = ({ client }: Letter) => $waiting.get().find((one) => one.client === client);
  const put = async (letter: Letter) => {
    show($waiting.get().map((one) => (one.client === letter.client ? letter : one)));
    // removed meanwhile, it stays so
    if (latest(letter)) await outbox.put(letter);
  };
  const drop = async ({ client }: Letter) => {
    show($waiting.get().filter((one) => one.client !== client));
    await outbox.remove(client);
  };
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
    if (letter.conversation) return letter.conversation;
    const { id } = await openConversation(send, letter.begins ?? letter.client);
    $begun.set(id);
    for (const one of $waiting.get())
      if (!one.conversation && one.begins === letter.begins)
        await put({ ...one, conversation: id });
    return id;
  }

  /**
   * Its files go first, each under a name of its own: one whose answer was lost is not sent twice. The
   * letter with all of them; undefined where it was removed meanwhile.
   */
  async function pictured(letter: Letter): Promise<Letter | undefined> {
    for (let now = latest(letter); now; now = latest(letter)) {
      const { client, begins, files = [], photos = [] } = now;
      const nth = photos.length;
      const file = files[nth];
      if (!file) return now;
      let id = '';
      if (file.size)
        try {
          const key = `${client}-${nth}`;
          stop = new AbortController();
          const tell = (part: number) => $going.set({ key, part });
          tell(0);
          const { sendUpload } = await import('../client/send-upload.ts');
          ({ id } = await sendUpload(send, file, { key: begins + key, stop: stop.signal, tell }));
        } catch (error) {
          if (latest(letter)?.files?.[nth]?.size) throw error;
          continue;
        } finally {
          $going.set(undefined);
        }
      await put({ ...(latest(letter) ?? now), photos: [...photos, id] });
    }
    return undefined;
  }

  async function go(): Promise<void> {
    for (let letter = next(); letter; letter = next()) {
      try {
        await arriveFirst();
        const id = await addressed(letter);
        const whole = await pictured(letter);
        if (!whole) continue;
        const { client, text, files = [], photos: ids = [], cards } = whole;
        const photos = ids.filter((of, nth) => of && !isDocument(files[nth]!));
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
        const { status, code, retryAfter, retryAt } = problem;
        if (LASTING.has(status) || code === 'too_many_files') {
          await put({ ...(latest(letter) ?? letter), refused: { code, retryAt } });
          continue;
        }
        $problem.set(problem);
        // signed out elsewhere: it waits for its writer
        if (status !== 401) timer = setTimeout(flush, (retryAfter || PAUSE) * 1000);
        return;
      }
    }
  }
  function flush(): void {
    clearTimeout(timer);
    // what waits is the next page's to send
    if (!life.aborted) running ??= go().finally(() => (running = undefined));
  }

  const read = async () => {
    const letters = await outbox.read();
    const known = new Set($waiting.get().map(({ client }) => client));
    const all = [...letters.filter(({ client }) => !known.has(client)), ...$waiting.get()];
    show(all.sort((one, other) => (one.at < other.at ? -1 : 1)));
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
    $going,
    $problem,
    write(wanted, isNew) {
      if (isNew) begins = newKey();
      const at = new Date().toISOString();
      const letter = { ...wanted, begins, client: newKey(), who: who(), at };
      $waiting.set([...$waiting.get(), letter]);
      // kept before it is sent: whatever ends this page, it is not lost
      void outbox.put(letter).then(flush);
    },
    again({ refused, photos, ...letter }) {
      $problem.set(undefined);
      // refused, its files may be forgotten by now, or another session's: each goes under a new name
      const files = refused ? { begins: newKey() } : photos && { photos };
      void put({ ...letter, ...files }).then(flush);
    },
    takeOut(letter, nth) {
      const { refused: _, ...now } = latest(letter) ?? letter;
      // it has gone by now
      if (now.photos?.[nth]) return;
      const files = now.files!.map((file, at) => (at === nth ? new Blob() : file));
      const isEmpty = !now.text && !now.cards && !files.some(({ size }) => size);
      void (isEmpty ? drop(now) : put({ ...now, files })).then(flush);
      if ($going.get()?.key === `${now.client}-${nth}`) stop?.abort();
    },
    remove: (letter) => void drop(letter),
  };
}
