import type { CustomerRow } from '../../../contract/import.ts';
import { emailKey } from '../../../domain/identity/lookup-keys.ts';
import { addressOf, emailOf, phoneOf, textOf } from '../../../domain/shopify/fields.ts';
import type { Cells } from './cells.ts';
import { made, type Made } from './made.ts';

/** A customer of Shopify's customer export; older ones have no id, so the e-mail address stands for it. */
export function customerOfExport(records: readonly Cells[]): Made {
  const [cells] = records;
  const email = emailOf(cells!.text('Email'));
  const id = cells!.text('Customer ID') || (email && emailKey(email));
  if (!id)
    return {
      fault: { pointer: 'Customer ID', reason: 'A customer has an id or an e-mail address.' },
    };
  const column = (name: string) => cells!.text(`Default Address ${name}`, name);
  const phone = phoneOf(cells!.text('Phone', 'Default Address Phone'));
  const firstName = textOf(cells!.text('First Name'), 120);
  const lastName = textOf(cells!.text('Last Name'), 120);
  const address = addressOf({
    name: [firstName, lastName].filter(Boolean).join(' '),
    company: column('Company'),
    address1: column('Address1'),
    address2: column('Address2'),
    city: column('City'),
    zip: cells!.code('Default Address Zip', 'Zip'),
    province: column('Province Code') || column('Province'),
    country: column('Country Code') || column('Country'),
  });
  const row: CustomerRow = {
    type: 'customer',
    id,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(address && { address }),
  };
  return made(row, records);
}
