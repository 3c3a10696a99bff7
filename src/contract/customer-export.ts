import { z } from 'zod';
import { Instant } from './primitives.ts';

/** All that is kept of a customer, table by table; of others' orders, that their contact stands there. */
export const CustomerExport = z
  .object({
    at: Instant,
    tables: z
      .record(z.string().max(64), z.array(z.record(z.string().max(64), z.string())))
      .describe(
        'By table, its rows: each column that is not empty, as text. Without secrets and the bytes of pictures, which GET /v1/uploads/:id gives',
      ),
  })
  .meta({ id: 'CustomerExport' });
export type CustomerExport = z.infer<typeof CustomerExport>;
