import { atom, type ReadableAtom } from 'nanostores';
import type { InboxConversation } from '../../contract/inbox.ts';
import type { StaffFound } from '../../contract/staff-search.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { listInbox } from '../client/inbox.ts';
import { searchShop } from '../client/search.ts';

export interface Found extends StaffFound {
  conversations: InboxConversation[];
}

/** Finds conversations, customers and orders by some words. */
export interface Finder {
  $words: ReadableAtom<string>;
  $found: RemoteStore<Found>['$state'];
  find(words: string): void;
}

const FEWEST = 2;
const MOST = 6;
/** What is typed at once is looked up once, in ms. */
const PAUSE = 200;
const nothing: Found = { conversations: [], customers: [], orders: [], products: [] };

export function createFinder(send: Send): Finder {
  const $words = atom('');
  const found = createRemote(async (signal) => {
    const words = $words.get().trim();
    if (words.length < FEWEST) return nothing;
    const [page, shop] = await Promise.all([
      listInbox(send, { view: 'open', search: words, limit: MOST }, signal),
      searchShop(send, words, signal),
    ]);
    return { ...shop, conversations: page.items };
  });
  let coming: ReturnType<typeof setTimeout> | undefined;
  return {
    $words,
    $found: found.$state,
    find(words) {
      $words.set(words);
      clearTimeout(coming);
      coming = setTimeout(() => void found.load(), words ? PAUSE : 0);
    },
  };
}
