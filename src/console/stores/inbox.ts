import { atom, type ReadableAtom } from 'nanostores';
import type { InboxPage, InboxView } from '../../contract/inbox.ts';
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
  let limit = PAGE;
  const list = createRemote((signal) =>
    listInbox(send, { view: $view.get(), search: $search.get(), limit }, signal),
  );
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
      limit = PAGE;
      $search.set('');
      $view.set(view);
      void list.load();
    },
    find(words) {
      $search.set(words);
      loadSoon(250);
    },
    more() {
      limit = MOST;
      void list.load();
    },
    renew: () => loadSoon(100),
  };
}
