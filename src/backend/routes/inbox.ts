import type { Note } from '../../contract/inbox.ts';
import { MOST_FOUND } from '../../contract/staff-search.ts';
import { productSummaryOf, wordsIn } from '../../domain/products.ts';
import type { Platform } from '../ports.ts';
import type { InboxActs } from '../services/inbox-acts.ts';
import type { ChangeInbox } from '../services/inbox-changes.ts';
import { shopperOf } from '../services/inbox-views.ts';
import type { Inbox } from '../services/inbox.ts';
import type { Presence } from '../services/presence.ts';
import { isRefusal } from '../services/refusal.ts';
import type { TellStory } from '../services/shopper-stories.ts';
import type { StaffReturns } from '../services/staff-returns.ts';
import type { Streams } from '../services/streams.ts';
import type { Handlers } from './frame/handler.ts';

const told = <Body>(body: Body) => ({ status: 200 as const, body });

export const inboxRoutes = (
  inbox: Inbox,
  change: ChangeInbox,
  presence: Presence,
  tellStory: TellStory,
  platform: Pick<Platform, 'search' | 'productList'>,
  streams: Streams,
): Pick<
  Handlers,
  | 'listInbox'
  | 'getInboxThread'
  | 'changeInbox'
  | 'replyInInbox'
  | 'noteInInbox'
  | 'markInbox'
  | 'tellTypingInInbox'
  | 'tellPresence'
  | 'getShopperStory'
  | 'searchShop'
  | 'staffStream'
> => ({
  async listInbox({ shop, caller, query }) {
    return { status: 200, cache: 'private', body: await inbox.list(shop, caller, query) };
  },

  async getInboxThread({ shop, caller, params, query }) {
    const thread = await inbox.thread(shop, caller, params.id, query);
    return isRefusal(thread) ? thread : { status: 200, cache: 'private', body: thread };
  },

  async changeInbox({ shop, caller, params, body, keep }) {
    const changed = await change(shop, caller, params.id, body, keep(told));
    return isRefusal(changed) ? changed : told(changed);
  },

  async replyInInbox({ shop, caller, params, body }) {
    const message = await inbox.reply(shop, caller, params.id, body);
    return isRefusal(message) ? message : { status: 200, body: message };
  },

  async noteInInbox({ shop, caller, params, body, keep }) {
    const note = await inbox.note(shop, caller, params.id, body, keep(told<Note>));
    return isRefusal(note) ? note : told(note);
  },

  async markInbox({ shop, caller, params, body }) {
    return (await inbox.mark(shop, caller, params.id, body.seen)) ?? { status: 204 };
  },

  async tellTypingInInbox({ shop, caller, params }) {
    return (await presence.typing(shop, caller, params.id)) ?? { status: 204 };
  },

  async tellPresence({ shop, caller, params, body }) {
    return (await presence.told(shop, caller, params.id, body.does)) ?? { status: 204 };
  },

  async getShopperStory({ shop, params }) {
    const story = await tellStory(shop, params.id);
    return isRefusal(story) ? story : { status: 200, cache: 'private', body: story };
  },

  async searchShop({ shop, query }) {
    const wanted = { words: wordsIn(query.words), limit: MOST_FOUND };
    const [found, list] = await Promise.all([
      platform.search?.(shop, query.words, MOST_FOUND),
      platform.productList(shop, wanted),
    ]);
    const { customers = [], orders = [] } = found ?? {};
    const products = list.products.flatMap(productSummaryOf);
    const body = { customers: customers.map(shopperOf), orders, products };
    return { status: 200, cache: 'private', body };
  },

  async staffStream({ shop, caller, request, network }) {
    if (request.method === 'HEAD') return { status: 200, stream: new Blob([]).stream() };
    const stream = await streams.open(shop, caller, network);
    return isRefusal(stream) ? stream : { status: 200, stream };
  },
});

export const inboxActRoutes = (acts: InboxActs): Pick<Handlers, 'actInInbox' | 'undoInInbox'> => ({
  async actInInbox({ shop, caller, body, keep }) {
    const acted = await acts.act(shop, caller, body, keep(told));
    return isRefusal(acted) ? acted : told(acted);
  },

  async undoInInbox({ shop, caller, params, keep }) {
    const undone = await acts.undo(shop, caller, params.id, keep(told));
    return isRefusal(undone) ? undone : told(undone);
  },
});

export const staffReturnRoutes = (
  returns: StaffReturns,
): Pick<Handlers, 'listStaffReturns' | 'moveStaffReturn'> => ({
  async listStaffReturns({ shop, query }) {
    return { status: 200, cache: 'private', body: { items: await returns.list(shop, query) } };
  },

  async moveStaffReturn({ shop, caller, params, body, keep }) {
    const moved = await returns.move(shop, caller, params.id, body, keep(told));
    return isRefusal(moved) ? moved : told(moved);
  },
});
