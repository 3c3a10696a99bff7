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

/** A document as it stands in a message or a note. */
export const SentDocument = z
  .object({
    id: Id,
    name: z.string().max(120).describe('What its sender calls it, fit to be a file’s name'),
    size: z.int().min(1).optional().describe('Bytes'),
  })
  .meta({ id: 'SentDocument' });
export type SentDocument = z.infer<typeof SentDocument>;
export const MOST_DOCUMENTS = 4;

/** Documents of a message: ids of uploads. */
export const Documents = z
  .array(Id)
  .max(MOST_DOCUMENTS)
  .describe('Ids of uploads of whoever names them that are PDFs, each named once');

/** What they are called. */
export const DocumentNames = z
  .array(z.string().max(1000))
  .max(MOST_DOCUMENTS)
  .describe('What the documents are called, in their order');

/** Pictures and documents of what is being said. */
export const attached = {
  photos: Photos.optional(),
  documents: Documents.optional(),
  names: DocumentNames.optional(),
};
export type Attached = { [Kind in keyof typeof attached]?: string[] | undefined };

type Said = { text?: string | undefined; cards?: readonly unknown[] | undefined } & Attached;

/** Somebody says something, in words, files or cards. */
export const saysSomething = [
  ({ text = '', photos = [], documents = [], cards = [] }: Said) =>
    text !== '' || photos.length + documents.length + cards.length > 0,
  { path: ['text'], error: 'Write something, or add a file or a card.' },
] satisfies Parameters<ReturnType<typeof z.object>['refine']>;
