import { atom, type ReadableAtom } from 'nanostores';
import type { Receipt } from '../../contract/quotes.ts';
import type { Ground } from './ground.ts';
import { createProven, type Proven } from './step-up.ts';

/** What was done here, and taking it back. */
export interface Receipts {
  /** What was done just now, until the shopper has been told. */
  readonly $fresh: ReadableAtom<Receipt | undefined>;
  tell(receipt: Receipt | undefined): void;
  /** Takes it back, and says what became of it. */
  readonly undoing: Proven<Receipt, Receipt>;
}

export function createReceipts(ground: Ground): Receipts {
  const $fresh = atom<Receipt | undefined>();
  ground.keep({ reset: () => $fresh.set(undefined) });
  return {
    $fresh,
    tell: (receipt) => $fresh.set(receipt),
    undoing: createProven(ground, async (receipt, key) => {
      const { undoReceipt } = await import('../client/receipts.ts');
      return undoReceipt(ground.send, receipt, key);
    }),
  };
}
