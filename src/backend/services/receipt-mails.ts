import type { Receipt } from '../../contract/quotes.ts';
import { mailboxKey } from '../../domain/identity/lookup-keys.ts';
import type { Log, Mail, Mailer, Platform, Shop } from '../ports.ts';
import type { Changer } from './decided-changes.ts';
import type { Limits } from './limits.ts';

/** What is told of a write once it is done. */
export interface ToldReceipt {
  shop: Shop;
  caller: Changer;
  receipt: Receipt;
  /** As Accept-Language has it. */
  language: string | null;
  /** Only whoever asked is told: the giver of a present does not learn. */
  secretly?: boolean;
}

export type TellReceipt = (told: ToldReceipt) => Promise<void>;

type Letter = (
  shop: Shop,
  to: string,
  about: {
    receipt: Receipt;
    order: { number: string; isCancelled: boolean };
    language: string | null;
  },
) => Mail;

interface Ports {
  platform: Platform;
  limits: Limits;
  mailer: Mailer | undefined;
  letter: Letter;
  log: Log;
}

/**
 * Mails a receipt to whoever asked, or for whom it was done, and to the order's own contact: one of
 * them may not know, so each is told whatever becomes of the other's mail. Whoever asked may have written
 * that contact, so it gets so many and no more.
 */
export const createTellReceipt =
  ({ platform, limits, mailer, letter, log }: Ports): TellReceipt =>
  async ({ shop, caller, receipt, language, secretly }) => {
    const order = mailer && (await platform.order(shop, receipt.order));
    if (!order) return;
    const isStaff = caller.kind === 'staff';
    const whose = isStaff ? order.customer : caller.customer;
    const customer = whose === undefined ? undefined : await platform.customer(shop, whose);
    const asked = isStaff ? customer?.email : (caller.provenEmail ?? customer?.email);
    const { number, status } = order;
    const about = { receipt, language, order: { number, isCancelled: status === 'cancelled' } };
    const tell = async (address: string) => {
      if (!isStaff && address !== asked && (await limits.ofMail(shop, address))) return;
      await mailer.send(letter(shop, address, about));
    };
    for (const address of mailboxes(secretly ? [asked] : [asked, order.email]))
      await tell(address).catch((error: unknown) =>
        log.error('receipt_mail_failed', error, { shop: shop.id }),
      );
  };

/** Of those that are one mailbox, however written, the first. */
function mailboxes(addresses: readonly (string | undefined)[]): Iterable<string> {
  const found = new Map<string, string>();
  for (const address of addresses) {
    if (address === undefined) continue;
    const key = mailboxKey(address);
    if (!found.has(key)) found.set(key, address);
  }
  return found.values();
}
