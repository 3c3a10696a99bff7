import type { MailRequest } from '../../contract/conversations.ts';
import {
  mailedTo,
  type ConversationRecord,
  type NewMessage,
} from '../../domain/conversations/conversations.ts';
import { later } from '../../domain/identity/identity.ts';
import type {
  Clock,
  ConversationStore,
  ConversationView,
  Keep,
  Log,
  Mail,
  Mailer,
  Platform,
  Shop,
  Shops,
  UnseenAnswers,
} from '../ports.ts';
import type { Caller, CustomerCaller } from './callers.ts';
import type { Limits } from './limits.ts';
import { mailInTurn, RETRY, type WaitingMails } from './mails-in-turn.ts';
import { refuse, type Refusal } from './refusal.ts';
import { pageLink } from './page-links.ts';

/** Writes a mail of a conversation. */
export type ConversationLetter = (
  shop: Shop,
  to: string,
  about: {
    kind: 'answered' | 'transcript';
    messages: readonly NewMessage[];
    link: string;
    language: string | null;
  },
) => Mail;

/** What of a conversation goes by mail, by the shopper's wish. */
export interface ConversationMails {
  /** Answers that are not seen here follow, or no longer. */
  want(
    shop: Shop,
    caller: Caller,
    view: ConversationView,
    wish: MailRequest & { language: string | null },
    keep?: Keep<ConversationView>,
  ): Promise<ConversationView | Refusal<'not_found' | 'channel_unavailable'>>;
  /** To an address that is proven, and to no other: it brings what the shopper wrote. */
  transcript(
    shop: Shop,
    caller: CustomerCaller,
    view: ConversationView,
    language: string | null,
  ): Promise<Refusal<'channel_unavailable' | 'too_many_requests'> | undefined>;
}

interface Ports {
  store: ConversationStore;
  platform: Platform;
  limits: Limits;
  mailer: Mailer | undefined;
  letter: ConversationLetter;
}

/** A list has an end; of a longer talk the newest are mailed. */
const MOST_MAILED = 500;

export function createConversationMails(ports: Ports): ConversationMails {
  const { store, platform, limits, mailer, letter } = ports;
  const ownAddress = async (shop: Shop, { customer, provenEmail }: CustomerCaller) =>
    (await platform.customer(shop, customer))?.email ?? provenEmail;
  return {
    async want(shop, caller, { id }, { wanted, email, language }, keep) {
      const to = caller.kind === 'customer' ? await ownAddress(shop, caller) : email;
      if (wanted && (!mailer || to === undefined)) return refuse('channel_unavailable');
      const decide = (held: ConversationRecord) => ({
        conversation: mailedTo(held, wanted ? to : undefined),
        messages: [],
      });
      const written = await store.write(
        ...([shop, id, { decide, language }] as const),
        keep && (({ conversation }) => keep(conversation)),
      );
      return typeof written === 'string' ? refuse('not_found') : written.conversation;
    },

    async transcript(shop, caller, { id }, language) {
      const to = await ownAddress(shop, caller);
      if (!mailer || to === undefined) return refuse('channel_unavailable');
      const full = await limits.ofTranscript(shop, id, to);
      if (full) return full;
      const messages = await store.messages(shop.id, id, { limit: MOST_MAILED });
      const link = linkTo(shop, id);
      await mailer.send(letter(shop, to, { kind: 'transcript', messages, link, language }));
      return undefined;
    },
  };
}

const linkTo = (shop: Shop, id: string): string => pageLink(shop, `talk/${encodeURIComponent(id)}`);

/** Mails answers that nobody has seen; each once. */
export type MailUnseen = (now: Date, signal?: AbortSignal) => Promise<void>;

/** An answer that could not be mailed for so long, in seconds, is not news any more. */
const NEWS = 2 * 24 * 60 * 60;

export const createMailUnseen = (
  ports: Pick<Ports, 'store' | 'platform' | 'limits' | 'letter'> & {
    mailer: Mailer;
    shops: Shops;
    clock: Clock;
    log: Log;
  },
): MailUnseen => {
  const { store, platform, limits, shops, mailer, letter, clock, log } = ports;
  const waiting: WaitingMails<UnseenAnswers> = {
    take: (lease) => store.claimUnseen(lease),
    async send({ shop: name, id, customer, to: told, messages, language }) {
      const shop = shops.find(name);
      if (!shop) return undefined;
      // whoever signs in after they have told an address is answered at their own
      const own = customer === null ? undefined : await platform.customer(shop, customer);
      const to = own?.email ?? told;
      const full = await limits.ofMail(shop, to);
      if (full) {
        const roomFrom = whileNews(messages, later(clock(), full.retryAfter ?? RETRY));
        log.info(roomFrom === undefined ? 'answer_not_mailed' : 'answer_put_off', {
          ...{ shop: name, conversation: id, reason: 'too_many_mails' },
        });
        return roomFrom;
      }
      const link = linkTo(shop, id);
      await mailer.send(letter(shop, to, { kind: 'answered', link, messages, language }));
      return undefined;
    },
    done: (taken) => store.settleUnseen(taken),
    // less and less often: each try counts among the mails that an address may be sent
    again({ messages }, at) {
      const age = ageOf(messages, at.toISOString());
      return age > NEWS ? undefined : later(at, Math.max(RETRY, age));
    },
    putOff: (taken, until) => store.settleUnseen(taken, until),
    failed: ({ shop, id: conversation }, error) =>
      log.error('answer_not_mailed', error, { shop, conversation }),
  };
  return (now, signal) => mailInTurn(waiting, { mailer, now, clock, signal });
};

/** Of the newest of them, at that moment, in seconds. */
const ageOf = (messages: UnseenAnswers['messages'], at: string): number =>
  (Date.parse(at) - Date.parse(messages.at(-1)!.at)) / 1000;

const whileNews = (messages: UnseenAnswers['messages'], at: string): string | undefined =>
  ageOf(messages, at) > NEWS ? undefined : at;
