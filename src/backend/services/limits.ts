import {
  keptForCodes,
  mailsToAddress,
  missesFromNetwork,
  missesOfNumber,
  sendsFromNetwork,
  sendsToAddress,
  type Allowance,
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
import { refuse, secondsUntil, type Refusal } from './refusal.ts';
import type { Keyring } from './secrets.ts';

const YEAR = 365 * 24 * 60 * 60;
type TooMany = Refusal<'too_many_requests'>;

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
  /** A reminder, which each address gets once though the other's is tried again. */
  ofReminder(
    shop: Shop,
    about: { return: string; until: string },
    address: string,
  ): Promise<{ isOver(): Promise<boolean>; end(): Promise<void> }>;
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
  /** Wrong codes in a row, for one address. */
  failures(addressKey: string): Promise<number>;
  countFailure(addressKey: string): Promise<void>;
  clearFailures(addressKey: string): Promise<void>;
}

export function createLimits(store: LimitStore, keyring: Keyring, clock: Clock): Limits {
  return {
    ofSending: async (shop, sending) => refusal(await ofSending(shop, sending)),

    ofCode: async (shop, addressKey, to) =>
      refusal(
        await Promise.all(
          to === undefined
            ? quotas('mailed nowhere', [mailsToAddress], shop.id, addressKey)
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
      refusal(await Promise.all(mailsTo(shop, address, keptForCodes))),

    async ofReminder(shop, { return: id, until }, address) {
      const key = await keyring.mac('reminder of', shop.id, id, until, mailboxKey(address));
      return {
        isOver: async () => (await store.taken(key, clock().toISOString())) > 0,
        async end() {
          const now = clock();
          const seconds = secondsUntil(until, now);
          await store.take([{ key, most: 1, seconds }], now.toISOString());
        },
      };
    },

    ofLookups(shop, number, network) {
      const all = Promise.all([
        ...quotas('look-ups from', missesFromNetwork, network),
        ...quotas('look-ups of', missesOfNumber, shop.id, orderNumberKey(number)),
      ]);
      return {
        async full() {
          const now = clock();
          return tooMany(await store.freeFrom(await all, now.toISOString()), now);
        },
        count: async () => refusal(await all),
      };
    },

    ofVisitor: async (network) =>
      refusal(await Promise.all(quotas('visitors from', visitorsFromNetwork, network))),

    async ofStaffCode(shop, staff) {
      const all = await Promise.all(quotas('codes of staff', codesOfStaff, shop.id, staff));
      const forgive = () => store.giveBack(all.map(({ key }) => key));
      return (await refusal(all)) ?? { forgive };
    },

    async ofStrangersUpload(network) {
      const full = await refusal(
        await Promise.all(quotas('uploads from', uploadsFromNetwork, network)),
      );
      return full && { ...full, refused: 'too_many_files' };
    },

    ofTranscript: async (shop, conversation, address) =>
      refusal(
        await Promise.all([
          ...quotas('transcripts of', transcriptsOf, shop.id, conversation),
          ...mailsTo(shop, address, keptForCodes),
        ]),
      ),

    async ofMessage(shop, owner) {
      const all = await Promise.all(quotas('messages of', messagesOfOwner, shop.id, owner));
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

    failures: (addressKey) => store.taken(failureKey(addressKey), clock().toISOString()),
    async countFailure(addressKey) {
      const quota = { key: failureKey(addressKey), most: Infinity, seconds: YEAR };
      await store.take([quota], clock().toISOString());
    },
    clearFailures: (addressKey) => store.clear(failureKey(addressKey)),
  };

  function ofSending(shop: Shop, { addressKey, network, mailed }: Sending): Promise<Quota[]> {
    return Promise.all([
      ...quotas('sends to', sendsToAddress, shop.id, addressKey),
      ...quotas('sends from', sendsFromNetwork, network),
      ...(mailed === undefined ? [] : mailsTo(shop, mailed)),
    ]);
  }

  /** One count of all that is mailed there, of which a mail may have to leave some. */
  function mailsTo(shop: Shop, address: string, kept = 0): Promise<Quota>[] {
    const { most, seconds } = mailsToAddress;
    return quotas('mails to', [{ most: most - kept, seconds }], shop.id, mailboxKey(address));
  }

  function quotas(what: string, allowances: Allowance[], ...who: string[]): Promise<Quota>[] {
    return allowances.map(async ({ most, seconds }) => ({
      key: await keyring.mac(what, String(seconds), ...who),
      most,
      seconds,
    }));
  }

  async function refusal(all: readonly Quota[]): Promise<TooMany | undefined> {
    const now = clock();
    const { until } = await store.take(all, now.toISOString());
    return tooMany(until, now);
  }
}

const tooMany = (until: string | undefined, now: Date): TooMany | undefined =>
  until === undefined
    ? undefined
    : refuse('too_many_requests', { retryAfter: secondsUntil(until, now) });

/** The address key is an HMAC already. */
const failureKey = (addressKey: string): string => `failures ${addressKey}`;
