import { shop, which } from './edit-add.ts';
import { address } from './edit-address.ts';
import { contact } from './edit-contact.ts';
import { items, line } from './edit-items.ts';
import { payment } from './edit-payment.ts';
import type { EditScreen } from './edit-screen.ts';
import { shipping } from './edit-shipping.ts';

/** The screens of a change by the name of the step, as one chunk. */
export const editScreens: Readonly<Record<string, EditScreen>> = {
  ...{ items, line, shop, which, address, contact, shipping, payment },
};
