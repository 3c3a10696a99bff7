import type { CustomerRow } from '../../contract/import.ts';
import type { ShopifyCustomer } from '../../contract/shopify.ts';
import { addressOf, emailOf, phoneOf, textOf } from './fields.ts';

/** A customer of Shopify's as a row of ours. */
export function customerRowOf(from: ShopifyCustomer): CustomerRow {
  const email = emailOf(from.email);
  const phone = phoneOf(from.phone);
  const firstName = textOf(from.first_name, 120);
  const lastName = textOf(from.last_name, 120);
  const address = addressOf(from.default_address);
  return {
    type: 'customer',
    id: from.id,
    updatedAt: from.updated_at,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(address && { address }),
  };
}
