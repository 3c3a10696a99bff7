import type { Clock, Log, Mail, Mailer, Platform, Shop, Shops } from '../ports.ts';
import type { ChangeStore, DueReminder, StoredReturn } from '../ports/changes.ts';
import type { Limits } from './limits.ts';
import { later } from '../../domain/identity/identity.ts';
import { mailInTurn, RETRY, type WaitingMails } from './mails-in-turn.ts';

/** Mails what is due; each return once. */
export type Remind = (now: Date, signal?: AbortSignal) => Promise<void>;

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
  limits: Limits;
  shops: Shops;
  mailer: Mailer;
  letter: Letter;
  clock: Clock;
  log: Log;
}

export const createRemind =
  ({ changes, platform, limits, shops, mailer, letter, clock, log }: Ports): Remind =>
  (now, signal) => {
    const waiting: WaitingMails<DueReminder> = {
      take: (lease) => changes.claimReminder(lease),
      async send({ shop: name, id }) {
        const shop = shops.find(name);
        const found = shop && (await changes.return(name, id));
        if (found) await remind(shop, found);
      },
      done: (taken) => changes.settleReminder(taken),
      again: (_, at) => later(at, RETRY),
      putOff: (taken, until) => changes.settleReminder(taken, until),
      failed: ({ shop, id }, error) => log.error('reminder_failed', error, { shop, return: id }),
    };
    return mailInTurn(waiting, { now, clock, signal });

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
      for (const address of to) {
        if (address === undefined) continue;
        // the order's contact may be what a shopper has written
        if (address !== customer?.email && (await limits.ofMail(shop, address))) continue;
        await mailer.send(letter(shop, address, about));
      }
    }
  };
