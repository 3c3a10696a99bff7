import { z } from 'zod';

/** ISO 4217, upper case. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217 code, upper case');

/** An amount in the currency's own minor units: cents for EUR, yen for JPY, fils for KWD. */
export const Money = z
  .object({
    amount: z
      .int()
      .describe("Integer in the currency's minor units (EUR 2 decimals, JPY 0, KWD 3)"),
    currency: Currency,
  })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;
