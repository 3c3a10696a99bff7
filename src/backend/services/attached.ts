import type { Attached, SentDocument } from '../../contract/uploads.ts';
import { documentName } from '../../domain/uploads/names.ts';

/** The files that a message or a note names, each document with what it is called. */
export const filesIn = ({
  photos = [],
  documents = [],
  names = [],
}: Attached): { photos: string[]; documents: SentDocument[] } => ({
  photos,
  documents: documents.map((id, nth) => ({ id, name: documentName(names[nth]) })),
});
