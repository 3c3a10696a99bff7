import { atom, type ReadableAtom } from 'nanostores';
import type { Receipt } from '../../contract/quotes.ts';
import { createWishes } from '../client/wishes.ts';
import type { Ground } from './ground.ts';
import { createStepUp, createWaiting, type Waiting } from './step-up.ts';

/** What was done here, and taking it back. */
export interface Receipts {
  /** What was done just now, until the shopper has been told. */
  readonly $fresh: ReadableAtom<Receipt | undefined>;
  tell(receipt: Receipt | undefined): void;
  /** What became of it. Undefined: a code is needed first; it waits for one. */
  undo(receipt: Receipt, proof: string | undefined): Promise<Receipt | undefined>;
  readonly waiting: Waiting<Receipt>;
}

export function createReceipts(ground: Ground): Receipts {
  const $fresh = atom<Receipt | undefined>();
  const { once } = createWishes();
  const stepUp = createStepUp(ground);
  const waiting = createWaiting<Receipt>();
  ground.keep({
    renew: () => undefined,
    retry: () => undefined,
    reset() {
      waiting.forget();
      $fresh.set(undefined);
    },
  });
  return {
    $fresh,
    tell: (receipt) => $fresh.set(receipt),
    async undo(receipt, proof) {
      let undone: Receipt | undefined;
      await stepUp(async () => {
        undone = await once(receipt.id, async (key) => {
          const { undoReceipt } = await import('../client/receipts.ts');
          return undoReceipt(ground.send, receipt, key);
        });
      });
      if (!undone) waiting.wait(receipt, proof);
      return undone;
    },
    waiting,
  };
}
