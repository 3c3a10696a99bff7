import { z } from 'zod';
import type { Clock, Shops, Storage } from '../../backend/ports.ts';
import type { CustomerExport } from '../../contract/customer-export.ts';
import { atShop } from './at-shop.ts';
import type { Answer } from './settling-questions.ts';

/** What can be asked of customers, here or over the socket of a running server. */
export interface CustomerAsk {
  /** All that is kept of one, by their id or e-mail address. */
  export(wanted: z.infer<typeof Named>): Promise<Answer<CustomerExport>>;
}

const Named = z.object({ shop: z.string().exactOptional(), named: z.string() });

export const customerAskOf = (
  { catalogue, exportOf }: Pick<Storage, 'catalogue' | 'exportOf'>,
  shops: Shops,
  clock: Clock,
): CustomerAsk => ({
  export: ({ shop: of, named }) =>
    atShop(shops)(of, async (shop) => {
      const found =
        (await catalogue.customer(shop.id, named)) ??
        (await catalogue.customerWith(shop.id, { email: named }));
      if (!found) return { refused: 'not_found' };
      const contact = found.email === undefined ? undefined : { email: found.email };
      const tables = await exportOf(shop.id, found.id, contact);
      return { at: clock().toISOString(), tables };
    }),
});

export const customerQuestions = (desk: CustomerAsk) => ({
  'customers/export': (asked: unknown) => desk.export(Named.parse(asked)),
});

/** The same, asked through `ask`. */
export const customerAskAt = (
  ask: (question: keyof ReturnType<typeof customerQuestions>, asked: unknown) => Promise<unknown>,
): CustomerAsk => ({
  export: async (wanted) => (await ask('customers/export', wanted)) as Answer<CustomerExport>,
});
