import { atom, type ReadableAtom } from 'nanostores';
import type { InboxAct } from '../../contract/inbox-acts.ts';
import { asProblem, type Problem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { actInInbox, undoInInbox } from '../client/acts.ts';

export type Wish = Omit<InboxAct, 'ids'>;

/** What came of the last act: done and to be taken back by `id`, taken back, or not done. */
export type LastAct =
  | { is: 'done'; wish: Wish; n: number; id: string }
  | { is: 'undone'; n: number; of: number }
  | { is: 'failed'; problem: Problem };

/** What is done to conversations, one or many, and taken back. */
export interface Acts {
  $last: ReadableAtom<LastAct | undefined>;
  /** True when it is done. */
  act(ids: readonly string[], wish: Wish): Promise<boolean>;
  undo(): Promise<void>;
  /** It is told no longer. */
  forget(): void;
}

/** So long it is told what was done, in ms. */
const TOLD = 15_000;

/** `renew`: what is shown has changed. */
export function createActs(send: Send, renew: () => void): Acts {
  const $last = atom<LastAct | undefined>();
  let over: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(over);
    $last.set(undefined);
  };

  async function tell(work: () => Promise<LastAct>): Promise<boolean> {
    clearTimeout(over);
    try {
      $last.set(await work());
    } catch (error) {
      $last.set({ is: 'failed', problem: asProblem(error) });
    }
    over = setTimeout(forget, TOLD);
    renew();
    return $last.get()?.is !== 'failed';
  }

  return {
    $last,
    forget,
    act: (ids, wish) =>
      tell(async () => {
        const { id, changed } = await actInInbox(send, { ids: [...ids], ...wish });
        return { is: 'done', wish, n: changed.length, id };
      }),
    async undo() {
      const last = $last.get();
      if (last?.is !== 'done') return;
      forget();
      await tell(async () => {
        const { restored } = await undoInInbox(send, last.id);
        return { is: 'undone', n: restored.length, of: last.n };
      });
    },
  };
}
