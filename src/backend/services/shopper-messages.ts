import type { Message, MessageRequest } from '../../contract/conversations.ts';
import { asked, assignedTo } from '../../domain/conversations/conversations.ts';
import { answerDue } from '../../domain/conversations/due.ts';
import { later } from '../../domain/identity/identity.ts';
import { staffIdle } from '../../domain/staff/staff.ts';
import type { Bus, Clock, ConversationStore, Shop, StaffStore } from '../ports.ts';
import { filesIn } from './attached.ts';
import { auditEntry } from './audit.ts';
import { ownerName, ownerOf, type Caller } from './callers.ts';
import { publishConversation } from './conversation-hints.ts';
import { messageTold } from './conversation-views.ts';
import type { Limits } from './limits.ts';
import type { DrawCards } from './message-cards.ts';
import type { OwnConversation } from './own-conversations.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

/** A shopper writes in a conversation of theirs; what is nobody's yet may come to somebody by it. */
export type SendMessage = (
  shop: Shop,
  caller: Caller,
  id: string,
  request: MessageRequest,
) => Promise<
  Message | Refusal<'not_found' | 'too_many_messages' | 'upload_not_found' | 'card_not_found'>
>;

interface Ports {
  store: ConversationStore;
  staff: StaffStore;
  ownConversation: OwnConversation;
  drawCards: DrawCards;
  limits: Limits;
  bus: Bus;
  clock: Clock;
}

export function createSendMessage(ports: Ports): SendMessage {
  const { store, staff, ownConversation, drawCards, limits, bus, clock } = ports;
  return async (shop, caller, id, { client, text, cards: names = [], ...attached }) => {
    const owner = ownerOf(caller);
    const files = filesIn(attached);
    const cards = await drawCards(shop, owner, names);
    if (isRefusal(cards)) return cards;
    const { takes, usedUp } = await limits.ofMessage(shop, ownerName(owner));
    const now = clock();
    const at = now.toISOString();
    const next = await turn(shop, caller, id);
    let isGiven = false;
    const written = await store.write(shop, id, {
      ...{ of: owner, client, takes },
      decide(held) {
        isGiven = held.assignee === undefined && next !== undefined;
        const given = isGiven && next !== undefined ? assignedTo(held, next.id) : held;
        const said = { client, text, ...files, ...(cards.length && { cards }) };
        return asked(given, said, at, answerDue(held, at, shop));
      },
      uploads: { of: owner, ...files },
      // nobody did it: their turn has come
      audit() {
        const done = { action: 'assigned', subject: id, detail: next?.name } as const;
        return isGiven ? [auditEntry(shop, 'server', done, now)] : [];
      },
    });
    if (written === 'used_up') return usedUp();
    if (typeof written === 'string') return refuse(written);
    const { messages, conversation, again } = written;
    if (again) return messageTold(messages[0]!);
    await publishConversation(bus, conversation);
    return messageTold(messages[0]!);
  };

  /** Who of those at work is next, where the shop gives out what is nobody's and this is. */
  async function turn(shop: Shop, caller: Caller, id: string) {
    if (shop.assign !== 'round_robin') return undefined;
    const view = await ownConversation(shop, caller, id);
    if (!view || view.assignee !== undefined) return undefined;
    const now = clock();
    const moment = { now: now.toISOString(), seenSince: later(now, -staffIdle) };
    const next = await staff.takeTurn(shop.id, moment);
    return next === undefined ? undefined : staff.member(shop.id, next);
  }
}
