import { atom, type ReadableAtom } from 'nanostores';
import type { InboxConversation, InboxPage, InboxView } from '../../contract/inbox.ts';
import type { Send } from '../../widget/client/request.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { listInbox } from '../client/inbox.ts';

const PAGE = 30;
/** As many as a page may have. */
const MOST = 100;

/** What waits, a view at a time. */
export interface Inbox {
  $list: RemoteStore<InboxPage>['$state'];
  $view: ReadableAtom<InboxView>;
  $search: ReadableAtom<string>;
  look(view: InboxView): void;
  find(words: string): void;
  more(): void;
  /** Something has changed. */
  renew(): void;
}

export function createInbox(send: Send): Inbox {
  const $view = atom<InboxView>('open');
  const $search = atom('');
  let wanted = PAGE;
  const list = createRemote(async (signal) => {
    const ask = { view: $view.get(), search: $search.get() };
    let page = await listInbox(send, { ...ask, limit: Math.min(wanted, MOST) }, signal);
    while (page.next !== undefined && page.items.length < wanted) {
      const { items } = page;
      const next = await listInbox(send, { ...ask, cursor: page.next, limit: MOST }, signal);
      // one that has moved down meanwhile is told twice
      const isNew = ({ id }: InboxConversation) => !items.some((one) => one.id === id);
      page = { ...next, items: [...items, ...next.items.filter(isNew)] };
    }
    return page;
  });
  let coming: ReturnType<typeof setTimeout> | undefined;
  /** Ten changes at once, and ten letters typed, are read once. */
  const loadSoon = (ms: number) => {
    clearTimeout(coming);
    coming = setTimeout(() => void list.load(), ms);
  };
  return {
    $list: list.$state,
    $view,
    $search,
    look(view) {
      wanted = PAGE;
      $search.set('');
      $view.set(view);
      void list.load();
    },
    find(words) {
      wanted = PAGE;
      $search.set(words);
      loadSoon(250);
    },
    more() {
      wanted += MOST;
      void list.load();
    },
    renew: () => loadSoon(100),
  };
}
