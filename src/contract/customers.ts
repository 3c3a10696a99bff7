import { z } from 'zod';
import { Address } from './orders.ts';
import { Customer } from './session.ts';

/** A customer as they see themselves. */
export const CustomerDetails = Customer.extend({
  phone: z.string().max(32).optional(),
  address: Address.optional().describe('Where orders go unless they say otherwise'),
}).meta({ id: 'CustomerDetails' });
export type CustomerDetails = z.infer<typeof CustomerDetails>;

/** What a customer may change of themselves. Orders that are placed keep the address they have. */
export const CustomerChange = z
  .strictObject({ address: z.strictObject(Address.shape) })
  .meta({ id: 'CustomerChange' });
export type CustomerChange = z.infer<typeof CustomerChange>;
