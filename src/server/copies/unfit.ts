/** A back-up cannot be made or taken; the sentence says what to do. */
export class CopyUnfit extends Error {
  override readonly name = 'CopyUnfit';
}
