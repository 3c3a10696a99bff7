import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { Receipt } from '../../src/contract/quotes.ts';
import type { Rows } from '../data/rows.ts';
import { readOrder } from '../replay/reading.ts';
import { writeShop } from '../replay/seed.ts';
import type { Shopper } from '../replay/shopper.ts';
import { openTheatre } from '../replay/stage.ts';
import { requestOf, type Returns } from './returns.ts';
import { returnsShop } from './shop.ts';

export interface Desk extends Returns {
  /** What a customer reads there. */
  read<Schema extends z.ZodType>(
    customer: string,
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema>>;
  close(): Promise<void>;
}

/** Returns over HTTP: each customer signs in, is told the sums, and agrees to them. */
export async function openDesk(rows: Rows): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-returns-'));
  const file = join(folder, 'seed.db');
  await writeShop(returnsShop, rows, file);
  const theatre = await openTheatre(file, folder, 'desk', returnsShop);
  const stage = await theatre.stage();
  const shoppers = new Map<string, Shopper>();
  async function shopperOf(customer: string): Promise<Shopper> {
    const shopper = shoppers.get(customer) ?? (await stage.signIn(customer));
    shoppers.set(customer, shopper);
    return shopper;
  }
  return {
    async giveBack({ customer, order, lines }) {
      const shopper = await shopperOf(customer);
      const told = await shopper.make({
        ...{ method: 'POST', path: `/orders/${order}/returns` },
        ...{ body: requestOf(lines), quoted: true },
      });
      return told.refused ? told : { amount: Receipt.parse(told.body).total.amount };
    },
    async payments({ customer, order }) {
      const found = await readOrder(await shopperOf(customer), order);
      if (!found) throw new Error(`There is no order ${order}`);
      return found.payments.map(({ amount }) => amount.amount);
    },
    read: async (customer, path, schema) => (await shopperOf(customer)).read(path, schema),
    async close() {
      await stage.strike([]);
      await theatre.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
