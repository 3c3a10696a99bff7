import { z } from 'zod';
import { Address } from '../../contract/orders.ts';

/** Who moves a shop's money and its returns. */

const stripeKey = z
  .string()
  .regex(/^(sk|rk)_(live|test)_\w{8,}$/, {
    error:
      'Not a secret key of Stripe’s. It begins with rk_ or sk_ (pk_ is the public one); make it under Developers, API keys.',
  })
  .describe('A restricted or secret key, rk_… or sk_…; "${NAME}" takes it from the environment');

const stripeWebhookSecret = z
  .string()
  .regex(/^whsec_\S{8,}$/, {
    error: 'Not a webhook secret of Stripe’s. It begins with whsec_; its endpoint shows it.',
  })
  .describe('Of the endpoint that Stripe sends news to, whsec_…');

const driver = <Name extends string>(name: Name) =>
  z.literal(name).describe('Who moves money: stripe, or sandbox, which moves none');

export const PaymentsConfig = z.discriminatedUnion('driver', [
  z.strictObject({
    driver: driver('stripe'),
    secretKey: stripeKey,
    webhookSecret: stripeWebhookSecret,
  }),
  z.strictObject({ driver: driver('sandbox') }),
]);
export type PaymentsConfig = z.infer<typeof PaymentsConfig>;

export const LabelsConfig = z.strictObject({
  driver: z.literal('sandbox').describe('Who makes labels: sandbox, which carries nothing'),
  returnTo: z.strictObject(Address.shape).describe('Where returns go: lines, postcode, city …'),
});
