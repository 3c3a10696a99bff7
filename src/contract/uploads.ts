import { z } from 'zod';
import { Id } from './primitives.ts';

/**
 * Pictures any browser shows. No HEIC, which half of them do not, and phones send as JPEG where they
 * are asked for one.
 */
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type UploadType = (typeof uploadTypes)[number];

/** Documents, which a message may name, and nothing that asks for a picture. */
export const documentTypes = ['application/pdf'] as const;
export const fileTypes = [...uploadTypes, ...documentTypes] as const;
export type FileType = (typeof fileTypes)[number];

export const MOST_UPLOAD_KIB = 5 * 1024;

/** A file somebody has sent, to be named in a return, a report or a message. */
export const Upload = z
  .object({
    id: Id,
    type: z.enum(fileTypes),
    size: z
      .int()
      .min(1)
      .describe('Bytes as it is kept: a picture without what it told beside what it shows'),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof Upload>;

/** Pictures of one line of a return, or of a report: ids of uploads. */
export const Photos = z
  .array(Id)
  .max(4)
  .describe('Ids of uploads of whoever names them, each named once');

/** Documents of a message: ids of uploads. */
export const Documents = z
  .array(Id)
  .max(4)
  .describe('Ids of uploads of whoever names them that are PDFs, each named once');
