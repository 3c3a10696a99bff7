/** A file that was chosen: a document has a name, and nothing that stands for it. */
export interface ChosenFile {
  file: Blob & { readonly name?: string };
  thumbnail?: HTMLCanvasElement;
}

export const isDocument = ({ type }: Blob): boolean => type === 'application/pdf';
