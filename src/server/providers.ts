import { randomBytes } from 'node:crypto';
import { createSandboxLabels } from '../backend/labels/sandbox.ts';
import { createSandboxPayments } from '../backend/payments/sandbox.ts';
import type { BackendPorts, Clock, Labels, Payments } from '../backend/ports.ts';
import type { PaymentsConfig } from './config/provider-schema.ts';
import type { ShopConfig } from './config/shop-schema.ts';

/** Who moves the money and the returns of each shop, by its config. */
export async function providersOf(
  shops: readonly ShopConfig[],
  clock: Clock,
): Promise<Required<Pick<BackendPorts, 'payments' | 'labels'>>> {
  const payments = new Map<string, Payments>();
  const labels = new Map<string, Labels>();
  for (const shop of shops) {
    const { id, currency } = shop;
    if (shop.payments) payments.set(id, await paymentsOf(shop.payments, clock));
    if (shop.labels)
      labels.set(id, createSandboxLabels({ shop: id, currency, to: shop.labels.returnTo }));
  }
  return { payments: (shop) => payments.get(shop), labels: (shop) => labels.get(shop) };
}

async function paymentsOf(config: PaymentsConfig, clock: Clock): Promise<Payments> {
  if (config.driver === 'sandbox')
    return createSandboxPayments({ clock, secret: randomBytes(32).toString('base64url') });
  // its SDK is read where a shop has it, and nowhere else
  const { createStripePayments } = await import('./drivers/stripe.ts');
  return createStripePayments({ ...config, clock });
}
