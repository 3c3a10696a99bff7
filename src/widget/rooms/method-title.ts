import { methodName } from '../locales/figures.ts';
import type { Say } from '../locales/words.ts';

/** It stands on a line of its own. */
export const asSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A payment method as it is called by itself, at the head of a row. */
export const methodTitle = (method: Parameters<typeof methodName>[0], words: Say): string =>
  method.kind === 'store_credit'
    ? asSentence(words.text('storeCredit'))
    : methodName(method, words);
