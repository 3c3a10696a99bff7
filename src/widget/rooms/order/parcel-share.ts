import type { Parcel } from '../../../contract/shipments.ts';
import type { Desk } from '../../stores/desk.ts';

/** A parcel's number, for the clipboard. */
export async function copy({ announce, words: { text } }: Desk, number: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(number);
    announce(text('copied'));
  } catch {
    announce(text('notCopied'));
  }
}

/** Where it is, for somebody else; where nothing can be shared, for the clipboard. */
export async function share(desk: Desk, { url, number = '' }: Parcel): Promise<void> {
  try {
    if (navigator.share) return await navigator.share(url ? { url } : { text: number });
  } catch (error) {
    // closing the sheet is an answer, not a failure
    if ((error as DOMException).name === 'AbortError') return;
  }
  await copy(desk, url ?? number);
}
