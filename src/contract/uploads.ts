import { z } from 'zod';
import { Id } from './primitives.ts';

/**
 * What may be sent: pictures any browser shows. No HEIC, which half of them do not, and phones send
 * as JPEG where they are asked for one; no PDF, which may hold scripts and what is not seen.
 */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type UploadType = (typeof uploadTypes)[number];

export const MOST_UPLOAD_KIB = 5 * 1024;

/** A picture a customer has sent, to be named in a return or a report. */
export const Upload = z
  .object({
    id: Id,
    type: z.enum(uploadTypes),
    size: z.int().min(1).describe('Bytes as it is kept: without what it told beside the picture'),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;

/** Pictures of one line of a return, or of a report: ids of uploads. */
export const Photos = z
  .array(Id)
  .max(4)
  .describe('Ids of uploads of the same customer, each named once');
