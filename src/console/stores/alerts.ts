import { atom, type ReadableAtom } from 'nanostores';
import type { Send } from '../../widget/client/request.ts';
import { getThread } from '../client/inbox.ts';

export const alertings = ['off', 'names', 'words'] as const;
/** `names`: who has written; `words`: also what, which whoever looks over one's shoulder reads. */
export type Alerting = (typeof alertings)[number];

/** Notifications of the desktop about what is one's own or nobody's, while one looks elsewhere. */
export interface Alerts {
  $how: ReadableAtom<Alerting>;
  /** The browser has been told to let none through. */
  $isBlocked: ReadableAtom<boolean>;
  /** By a tap alone: the browser asks whether it may. */
  choose(how: Alerting): Promise<void>;
  /** A conversation has changed. */
  heard(id: string): Promise<void>;
}

interface World {
  /** What of the window it takes. */
  page: Pick<Window, 'localStorage' | 'focus'> & {
    document: Pick<Document, 'hasFocus'>;
    Notification?: Pick<typeof Notification, 'requestPermission'> &
      (new (
        title: string,
        options: NotificationOptions,
      ) => Pick<Notification, 'close' | 'onclick'>);
  };
  send: Send;
  me(): string | undefined;
  title(name: string | undefined): string;
  show(id: string): void;
}

const KEPT = 'front-desk alerts';
/** More of a message a notification does not show. */
const MOST = 160;

export function createAlerts({ page, send, me, title, show }: World): Alerts {
  const kept = page.localStorage.getItem(KEPT);
  const $how = atom<Alerting>(alertings.find((one) => one === kept) ?? 'off');
  const $isBlocked = atom(false);
  /** The newest message of each that was told of. */
  const told = new Map<string, number>();
  return {
    ...{ $how, $isBlocked },
    async choose(how) {
      const answer = how === 'off' ? 'granted' : await page.Notification?.requestPermission();
      $isBlocked.set(answer !== 'granted');
      $how.set(answer === 'granted' ? how : 'off');
      page.localStorage.setItem(KEPT, $how.get());
    },
    async heard(id) {
      const { Notification: Note } = page;
      if (!Note || $how.get() === 'off' || page.document.hasFocus()) return;
      // what cannot be read now is told with the next change
      const thread = await getThread(send, id, { limit: 1 }).catch(() => undefined);
      if (!thread) return;
      const { with: shopper, assignee, unseen, last, preview } = thread.conversation;
      const isMine = assignee === undefined || assignee === me();
      if (!unseen || !isMine || preview?.from !== 'shopper' || told.get(id) === last) return;
      told.set(id, last);
      const isTold = $how.get() === 'words' && preview.text;
      const note = new Note(title(shopper.name), {
        tag: id,
        ...(isTold && { body: preview.text.slice(0, MOST) }),
      });
      note.onclick = () => {
        page.focus();
        show(id);
        note.close();
      };
    },
  };
}
