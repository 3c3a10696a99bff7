import {
  keptForCodes,
  mailsToAddress,
  missesFromNetwork,
  missesOfNumber,
  sendsFromNetwork,
  sendsToAddress,
} from '../../domain/identity/identity.ts';
import {
  messagesOfOwner,
  transcriptsOf,
  visitorsFromNetwork,
} from '../../domain/conversations/limits.ts';
import { fromNetwork as uploadsFromNetwork } from '../../domain/uploads/allowance.ts';
import { codesOfStaff } from '../../domain/staff/staff.ts';
import { mailboxKey, orderNumberKey } from '../../domain/identity/lookup-keys.ts';
import type { Clock, LimitStore, Quota, Shop } from '../ports.ts';
import { createQuotas, type TooMany } from './quotas.ts';
import { refuse, secondsUntil, type Refusal } from './refusal.ts';
import type { Keyring } from './secrets.ts';

/** What a code is asked for, and who asks. */
export interface Sending {
  addressKey: string;
  network: string;
  /** The address it goes to, where whoever asks is known to have it. */
  mailed?: string | undefined;
}

export interface Limits {
  /** A code is asked for. Limits of an address are a shop's, those of a network are for all. */
  ofSending(shop: Shop, sending: Sending): Promise<TooMany | undefined>;
  /**
   * A code or a link is about to go to this address, which the shop knows; or it goes nowhere, and
   * takes the same work. Only what is mailed counts: else anybody could use up the mails of a mailbox
   * by addresses of it that the shop has never heard of.
   */
  ofCode(shop: Shop, addressKey: string, to: string | undefined): Promise<TooMany | undefined>;
  /** Seconds until a code may be asked for again; undefined when that is now. */
  untilSending(shop: Shop, sending: Sending): Promise<number | undefined>;
  /** A mail that brings no code. */
  ofMail(shop: Shop, address: string): Promise<TooMany | undefined>;
  /** Look-ups of this number, and from this network. Only those that are counted count. */
  ofLookups(
    shop: Shop,
    number: string,
    network: string,
  ): {
    /** Whether there is no room for one more. */
    full(): Promise<TooMany | undefined>;
    count(): Promise<TooMany | undefined>;
  };
  /** Somebody nobody knows begins to write. */
  ofVisitor(network: string): Promise<TooMany | undefined>;
  /** Somebody of the shop gives a code; `forgive` takes it off again, for one that was right. */
  ofStaffCode(shop: Shop, staff: string): Promise<TooMany | { forgive(): Promise<void> }>;
  /** Somebody nobody knows sends a file. */
  ofStrangersUpload(network: string): Promise<Refusal<'too_many_files'> | undefined>;
  ofTranscript(shop: Shop, conversation: string, address: string): Promise<TooMany | undefined>;
  /** What a message takes, as it is written; `usedUp` says when there is room again. */
  ofMessage(
    shop: Shop,
    owner: string,
  ): Promise<{
    takes: { quotas: readonly Quota[]; now: string };
    usedUp(): Promise<Refusal<'too_many_messages'>>;
  }>;
}

export function createLimits(store: LimitStore, keyring: Keyring, clock: Clock): Limits {
  const quotas = createQuotas(store, keyring, clock);
  return {
    ofSending: async (shop, sending) => quotas.take(await ofSending(shop, sending)),

    ofCode: async (shop, addressKey, to) =>
      quotas.take(
        await Promise.all(
          to === undefined
            ? quotas.of('mailed nowhere', [mailsToAddress], shop.id, addressKey)
            : mailsTo(shop, to),
        ),
      ),

    async untilSending(shop, sending) {
      const now = clock();
      const all = await ofSending(shop, sending);
      const from = await store.freeFrom(all, now.toISOString());
      return from === undefined ? undefined : secondsUntil(from, now);
    },

    ofMail: async (shop, address) =>
      quotas.take(await Promise.all(mailsTo(shop, address, keptForCodes))),

    ofLookups(shop, number, network) {
      const all = Promise.all([
        ...quotas.of('look-ups from', missesFromNetwork, network),
        ...quotas.of('look-ups of', missesOfNumber, shop.id, orderNumberKey(number)),
      ]);
      return {
        full: async () => quotas.full(await all),
        count: async () => quotas.take(await all),
      };
    },

    ofVisitor: async (network) =>
      quotas.take(await Promise.all(quotas.of('visitors from', visitorsFromNetwork, network))),

    async ofStaffCode(shop, staff) {
      const all = await Promise.all(quotas.of('codes of staff', codesOfStaff, shop.id, staff));
      const forgive = () => store.giveBack(all.map(({ key }) => key));
      return (await quotas.take(all)) ?? { forgive };
    },

    async ofStrangersUpload(network) {
      const full = await quotas.take(
        await Promise.all(quotas.of('uploads from', uploadsFromNetwork, network)),
      );
      return full && { ...full, refused: 'too_many_files' };
    },

    ofTranscript: async (shop, conversation, address) =>
      quotas.take(
        await Promise.all([
          ...quotas.of('transcripts of', transcriptsOf, shop.id, conversation),
          ...mailsTo(shop, address, keptForCodes),
        ]),
      ),

    async ofMessage(shop, owner) {
      const all = await Promise.all(quotas.of('messages of', messagesOfOwner, shop.id, owner));
      const now = clock();
      return {
        takes: { quotas: all, now: now.toISOString() },
        async usedUp() {
          const until = await store.freeFrom(all, now.toISOString());
          return refuse('too_many_messages', {
            retryAfter: secondsUntil(until ?? now.toISOString(), now),
          });
        },
      };
    },
  };

  function ofSending(shop: Shop, { addressKey, network, mailed }: Sending): Promise<Quota[]> {
    return Promise.all([
      ...quotas.of('sends to', sendsToAddress, shop.id, addressKey),
      ...quotas.of('sends from', sendsFromNetwork, network),
      ...(mailed === undefined ? [] : mailsTo(shop, mailed)),
    ]);
  }

  /** One count of all that is mailed there, of which a mail may have to leave some. */
  function mailsTo(shop: Shop, address: string, kept = 0): Promise<Quota>[] {
    const { most, seconds } = mailsToAddress;
    return quotas.of('mails to', [{ most: most - kept, seconds }], shop.id, mailboxKey(address));
  }
}
