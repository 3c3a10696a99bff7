import { mailboxKey } from '../../domain/identity/lookup-keys.ts';
import type { Clock, LimitStore, Shop } from '../ports.ts';
import { secondsUntil } from './refusal.ts';
import type { Keyring } from './secrets.ts';

/** A reminder, which each address gets once though the other's is tried again. */
export type SentReminders = (
  shop: Shop,
  about: { return: string; until: string },
  address: string,
) => Promise<{ isOver(): Promise<boolean>; end(): Promise<void> }>;

export const createSentReminders =
  (store: LimitStore, keyring: Keyring, clock: Clock): SentReminders =>
  async (shop, { return: id, until }, address) => {
    const key = await keyring.mac('reminder of', shop.id, id, until, mailboxKey(address));
    return {
      isOver: async () => (await store.taken(key, clock().toISOString())) > 0,
      async end() {
        const now = clock();
        const seconds = secondsUntil(until, now);
        await store.take([{ key, most: 1, seconds }], now.toISOString());
      },
    };
  };
