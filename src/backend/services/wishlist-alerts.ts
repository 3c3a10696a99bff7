import { mostWishes } from '../../contract/wishlist-limits.ts';
import type { Alert, AlertRequest } from '../../contract/wishlists.ts';
import { later } from '../../domain/identity/identity.ts';
import type { ProductRecord } from '../../domain/products.ts';
import type {
  AlertStore,
  Clock,
  Log,
  Mail,
  Mailer,
  Platform,
  Shop,
  Shops,
  TakenAlert,
  WantedAlert,
} from '../ports.ts';
import type { CustomerCaller } from './callers.ts';
import { mailInTurn, RETRY, type WaitingMails } from './mails-in-turn.ts';
import { pageLink } from './page-links.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Keyring } from './secrets.ts';

/** Mails that shoppers ask for. */
export interface Alerts {
  set(
    shop: Shop,
    caller: CustomerCaller,
    variant: string,
    asked: AlertRequest,
    language: string | null,
  ): Promise<Alert | Refusal<'not_found' | 'not_offered' | 'wishlist_full'>>;
  remove(caller: CustomerCaller, variant: string, kind: Alert['kind']): Promise<void>;
  /** By the token of a mail; one that is none ends nothing. */
  end(shop: Shop, token: string): Promise<void>;
}

interface Ports {
  store: AlertStore;
  platform: Platform;
  keyring: Keyring;
  clock: Clock;
  /** Without one no mail can be asked for. */
  mailer?: Mailer | undefined;
}

export const createAlerts = ({ store, platform, keyring, clock, mailer }: Ports): Alerts => ({
  async set(shop, { customer }, variant, { product: named, kind, below: wanted }, language) {
    if (!mailer) return refuse('not_offered');
    const product = await platform.product(shop, named);
    const now = product?.variants.find((one) => one.id === variant);
    if (!now) return refuse('not_found');
    const asked = await store.of(shop.id, customer);
    if (asked.length >= mostWishes) return refuse('wishlist_full');
    // any less than now, where the shopper named no price
    const below = wanted ?? { amount: now.price - 1, currency: now.currency };
    const alert: Alert = { product: named, variant, kind, ...(kind === 'price' && { below }) };
    // the same each time: the link of an older mail ends what was asked for anew
    const id = await keyring.mac('wishlist mail', shop.id, customer, variant, kind);
    await store.set({ id, shop: shop.id, customer, alert, language, at: clock() });
    return alert;
  },

  remove: ({ shop, customer }, variant, kind) => store.remove(shop, customer, variant, kind),

  end: (shop, token) => store.end(shop.id, token),
});

export interface AlertLetter {
  alert: Alert;
  product: ProductRecord;
  variant: ProductRecord['variants'][number];
  language: string | null;
  /** Where the product can be seen. */
  page: string;
  /** Ends mails of this kind about this variant, without a sign-in. */
  stop: string;
}

interface WorkerPorts extends Pick<Ports, 'store' | 'platform' | 'clock'> {
  shops: Shops;
  mailer: Mailer;
  letter(shop: Shop, to: string, about: AlertLetter): Mail;
  log: Log;
}

/** Mails what has become so, each once: what is sent is forgotten, what could not be is tried again. */
export const createAlertWorker =
  ({ store, platform, clock, shops, mailer, letter, log }: WorkerPorts) =>
  async (signal?: AbortSignal): Promise<void> => {
    for (const shop of shops.all()) {
      if (signal?.aborted) return;
      const waiting: WaitingMails<TakenAlert> = {
        take: (lease) => store.take(shop.id, lease),
        send: (wanted) => tell(shop, wanted),
        done: (taken) => store.settle(taken),
        again: (_, at) => later(at, RETRY),
        putOff: (taken, until) => store.settle(taken, until),
        failed: (_, error) => log.error('wishlist_mail_failed', error, { shop: shop.id }),
      };
      await store.arm(shop.id);
      await mailInTurn(waiting, { mailer, now: clock(), clock, signal });
    }

    async function tell(shop: Shop, { id, customer, alert, language }: WantedAlert): Promise<void> {
      const product = await platform.product(shop, alert.product);
      const variant = product?.variants.find((one) => one.id === alert.variant);
      const to = (await platform.customer(shop, customer))?.email;
      if (!product || !variant || to === undefined) return;
      const page =
        product.url === undefined ? pageLink(shop) : new URL(product.url, pageLink(shop)).href;
      const stop = pageLink(shop, `mails/${id}`);
      await mailer.send(letter(shop, to, { alert, product, variant, language, page, stop }));
    }
  };
