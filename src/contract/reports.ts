import { z } from 'zod';
import { ReportKind, Resolution, UnitsOfLine } from './actions.ts';
import { confirming } from './quotes.ts';
import { Photos } from './uploads.ts';

/** Something is wrong with an order, or with units of it. */
export const ReportRequest = z
  .strictObject({
    kind: ReportKind,
    lines: z
      .array(UnitsOfLine)
      .min(1)
      .max(2000)
      .optional()
      .describe('Left out: all that it may be told of'),
    resolution: Resolution.optional().describe('Left out: the shop’s people say what comes of it'),
    note: z.string().max(1000).optional(),
    photos: Photos.optional(),
  })
  .meta({ id: 'ReportRequest' });
export type ReportRequest = z.infer<typeof ReportRequest>;

export const Report = ReportRequest.extend(confirming).meta({ id: 'Report' });
export type Report = z.infer<typeof Report>;
