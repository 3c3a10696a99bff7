import type { Log, Mail, Mailer, Platform, Shop, Shops } from '../ports.ts';
import type { ChangeStore, StoredReturn } from '../ports/changes.ts';

/** Mails what is due; each return once. */
export type Remind = (now: Date) => Promise<void>;

type Letter = (
  shop: Shop,
  to: string,
  about: {
    number: string;
    order: string;
    until: string;
    soldOut: boolean;
    instant: boolean;
    language: string | null;
  },
) => Mail;

interface Ports {
  changes: ChangeStore;
  platform: Platform;
  shops: Shops;
  mailer: Mailer;
  letter: Letter;
  log: Log;
}

/** Those that are due later are mailed the next time. */
const MOST_AT_ONCE = 100;

export const createRemind =
  ({ changes, platform, shops, mailer, letter, log }: Ports): Remind =>
  async (now) => {
    for (const { shop: id, id: due } of await changes.claimReminders(
      now.toISOString(),
      MOST_AT_ONCE,
    )) {
      const shop = shops.find(id);
      const found = shop && (await changes.return(id, due));
      if (!shop || !found) continue;
      // one whose mail is refused must not keep the others from theirs
      await remind(shop, found).catch((error: unknown) =>
        log.error('reminder_failed', error, { shop: id, return: due }),
      );
    }

    async function remind(shop: Shop, found: StoredReturn): Promise<void> {
      const { number, chooseBy, instant = false, language = null, giftTo } = found;
      const until = chooseBy ?? found.expiresAt;
      const order = await platform.order(shop, found.order);
      if (!order || until === undefined) return;
      const by = giftTo ?? order.customer;
      const customer = by === undefined ? undefined : await platform.customer(shop, by);
      // whoever gave a present does not learn that it goes back
      const to = new Set([customer?.email, giftTo === undefined ? order.email : undefined]);
      const soldOut = chooseBy !== undefined;
      const about = { number, order: order.number, until, soldOut, instant, language };
      for (const address of to)
        if (address !== undefined) await mailer.send(letter(shop, address, about));
    }
  };
