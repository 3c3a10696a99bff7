import type { FailedMove } from '../../domain/money/move-failures.ts';
import type { ShopConfig } from '../config/shop-schema.ts';
import { findingsOf, type Finding } from './finding.ts';

const { ok, note, warning, broken } = findingsOf('payments');

type Patient = Pick<ShopConfig, 'id' | 'payments'>;
export type StripeConfig = Extract<ShopConfig['payments'], { driver: 'stripe' }>;

/** Whether money moves where it should; `ask` is Stripe's answer to a question that moves none. */
export async function examinePayments(
  shops: readonly Patient[],
  ask: (config: StripeConfig) => Promise<FailedMove | undefined>,
): Promise<Finding[]> {
  const found = await Promise.all(shops.map((shop) => examineShop(shop, ask)));
  return found.flat();
}

async function examineShop(
  { id, payments }: Patient,
  ask: (config: StripeConfig) => Promise<FailedMove | undefined>,
): Promise<Finding[]> {
  if (!payments)
    return [
      note(
        `${id} has no payments: nothing is refunded or charged from here.`,
        'Add payments to its config, or move money yourself; see docs/payments.md.',
      ),
    ];
  if (payments.driver === 'sandbox')
    return [
      warning(
        `${id} pays by the sandbox: refunds are told and no money moves.`,
        'Good for a trial. Name another driver before shoppers come.',
      ),
    ];
  const failed = await ask(payments);
  if (failed) return [ailing(id, failed)];
  if (payments.secretKey.includes('_test_'))
    return [
      warning(
        `Stripe takes the key of ${id}, a test key: no money moves.`,
        'Put a live key there, rk_live_… or sk_live_…, before shoppers come.',
      ),
    ];
  return [ok(`Stripe takes the key of ${id}.`)];
}

const ailing = (id: string, { reason }: FailedMove): Finding =>
  reason === 'credentials'
    ? broken(
        `Stripe does not take the key of ${id}.`,
        'Check payments.secretKey: Charges and Refunds, and PaymentIntents, write; PaymentMethods read.',
      )
    : broken(
        `Stripe does not answer for ${id} (${reason}).`,
        'Check whether this machine may connect to api.stripe.com, then ask again.',
      );
