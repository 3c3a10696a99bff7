import type { WebhookReceipt } from '../../contract/webhooks.ts';
import type { ApplyMoney, BackendPorts, Clock, MoneyStore } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Signed } from './webhooks.ts';

interface Ports {
  money: MoneyStore;
  payments: BackendPorts['payments'];
  clock: Clock;
}

/**
 * News say that something has become of a move, and the provider says what: who moves the money looks
 * at once. Of a move that was over already its end may be another one by now.
 */
export const createApplyMoney =
  ({ money, payments, clock }: Ports): ApplyMoney =>
  async (shop, news) => {
    const now = clock().toISOString();
    if (await money.wake(shop, news, now)) return true;
    const moved = await payments?.(shop)?.look(news.reference);
    if (moved?.state === 'succeeded') return money.giveBack(shop, news, moved.amount, now);
    return moved?.state === 'failed' && !moved.retryable && money.reopen(shop, news, now);
  };

/** What a provider posts: believed when it has signed it. */
export type TakeMoneyNews = (
  posted: Signed,
) => Promise<WebhookReceipt | Refusal<'signature_invalid'>>;

export const createTakeMoneyNews =
  ({ payments, apply }: Pick<Ports, 'payments'> & { apply: ApplyMoney }): TakeMoneyNews =>
  async ({ shop, request, bytes }) => {
    const told = await payments?.(shop.id)?.news(request, bytes);
    if (!told) return refuse('signature_invalid');
    let result: WebhookReceipt['result'] = 'unchanged';
    for (const news of told) if (await apply(shop.id, news)) result = 'applied';
    return { result };
  };
