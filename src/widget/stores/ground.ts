import type { OrderPage, OrderSummary } from '../../contract/orders.ts';
import type { Change } from '../../contract/stream.ts';
import type { Session } from '../../contract/session.ts';
import type { Send } from '../client/request.ts';
import type { DeskConfig, ToldEvent, Who } from '../config.ts';
import type { Signals } from '../host/signals.ts';
import type { WishBox } from '../saving/wish-box.ts';
import type { Say } from '../locales/words.ts';
import type { RemoteStore } from './remote.ts';
import type { Renewal } from './renewal.ts';
import type { SessionKeeper } from './session.ts';

/** What every store stands on. A room brings its own stores along: `desk.use(createOrderLists)`. */
export interface Ground {
  /** The desk's own: what is kept in this browser is kept under it. */
  readonly name: string;
  readonly send: Send;
  readonly config: DeskConfig;
  /** Those of now. */
  readonly words: Say;
  /** The desk's; nothing is shown after it. */
  readonly life: AbortSignal;
  /** What the page's own elements share with the panel. */
  readonly page: Page;
  readonly session: SessionKeeper;
  /** The newest orders, first page. */
  readonly orders: RemoteStore<OrderPage>;
  /** Something was read well, at this moment. */
  seen(at: string): void;
  /** How the session goes on; fetched when it is first needed. */
  renewal(): Promise<Renewal>;
  /** What the shop's own login says: to what the server has told, or of itself where a fresh proof is wanted. */
  readonly vouch: Vouch | undefined;
  /** What identify() had said when the page was last asked. */
  named?: Who | undefined;
  /** Tells what the shopper did here. */
  tell(event: ToldEvent): void;
  tellTabs(news: 'in' | 'out'): void;
  /** Signed out by the shopper's own wish, or `byShop`, its own login: nothing typed stays. */
  leave(byShop?: boolean): void;
  /** From now on these hear what the desk hears. */
  keep(kept: Kept): void;
}

export interface Page {
  /** What identify() was told last. */
  who?: Who | undefined;
  /** Whom it had named when they signed out, or were signed out elsewhere, until it names somebody anew. */
  out?: Who | undefined;
  hasAttribute?(name: 'identity'): boolean;
  wishes?: WishBox | undefined;
  /** What is collected, where anything is. */
  signals?: Signals | undefined;
  /** An answer may come at any time: the desk listens while its panel is closed, too. */
  awaits?: boolean;
  /** The page's element, where it is the launcher. `unread`: a number on its button. */
  button?: HTMLElement;
  getAttribute?(name: 'unread' | 'consent' | 'identity'): string | null;
  setAttribute?(name: 'unread', value: string): void;
  open?(room: string): void;
}

/** `isOver` once whoever it is asked for has signed out meanwhile. */
export type Vouch = <Told extends Session | undefined>(
  ground: Ground,
  told: Told,
  isOver: () => boolean,
) => Promise<Session | Told>;

/** What a store with data does when the world changes; a remote store does it by itself. */
export interface Kept {
  /** What was read may be old. */
  renew?(): void;
  /** There is a network again: what has failed is tried again. */
  retry?(): void;
  /** Somebody else is at the desk, or nobody: forget. */
  reset?(): void;
  /** The desk goes. */
  end?(): void;
  /** News of this order or conversation; true where it is known here, and read again. */
  heard?(id: string, topic: Change['topic']): boolean;
  /** An order was read anew: a row that shows it follows. */
  update?(order: OrderSummary): void;
}
