import type { Clock, Log, Mail, Mailer, Platform, Shop, Shops } from '../ports.ts';
import type { ChangeStore, DueReminder, StoredReturn } from '../ports/changes.ts';
import type { Limits } from './limits.ts';
import { later } from '../../domain/identity/identity.ts';
import { isRefused, mailInTurn, RETRY, type WaitingMails } from './mails-in-turn.ts';
import type { SentReminders } from './sent-reminders.ts';

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
  sentReminders: SentReminders;
  shops: Shops;
  mailer: Mailer;
  letter: Letter;
  clock: Clock;
  log: Log;
}

export const createRemind =
  ({
    changes,
    platform,
    limits,
    sentReminders,
    shops,
    mailer,
    letter,
    clock,
    log,
  }: Ports): Remind =>
  (now, signal) => {
    const waiting: WaitingMails<DueReminder> = {
      take: (lease) => changes.claimReminder(lease),
      async send({ shop: name, id }) {
        const shop = shops.find(name);
        const found = shop && (await changes.return(name, id));
        if (found) await remind(shop, id, found);
      },
      done: (taken) => changes.settleReminder(taken),
      again: (_, at) => later(at, RETRY),
      putOff: (taken, until) => changes.settleReminder(taken, until),
      failed,
    };
    return mailInTurn(waiting, { mailer, now, clock, signal });

    function failed({ shop, id }: Pick<DueReminder, 'shop' | 'id'>, error: unknown): void {
      log.error('reminder_failed', error, { shop, return: id });
    }

    /** Rejects where it is to be tried again, for those it has not reached. */
    async function remind(shop: Shop, id: string, found: StoredReturn): Promise<void> {
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
      let failure: unknown;
      for (const address of to) {
        if (address === undefined) continue;
        const reminder = await sentReminders(shop, { return: id, until }, address);
        if (await reminder.isOver()) continue;
        // the order's contact may be what a shopper has written
        if (address !== customer?.email && (await limits.ofMail(shop, address))) continue;
        try {
          await mailer.send(letter(shop, address, about));
        } catch (error) {
          // the other one is told all the same
          if (!isRefused(error)) {
            failure ??= error;
            continue;
          }
          failed({ shop: shop.id, id }, error);
        }
        await reminder.end();
      }
      if (failure !== undefined) throw failure;
    }
  };
