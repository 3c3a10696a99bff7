import type { Desk } from '../stores/desk.ts';

/** For the clipboard. */
export async function copy({ announce, words: { text } }: Desk, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(what);
    announce(text('copied'));
  } catch {
    announce(text('notCopied'));
  }
}

/** For somebody else; where nothing can be shared, as on many desktops, for the clipboard. */
export async function share(desk: Desk, what: { url: string } | { text: string }): Promise<void> {
  try {
    if (navigator.share) return await navigator.share(what);
  } catch (error) {
    // closing the sheet is an answer, not a failure
    if ((error as DOMException).name === 'AbortError') return;
  }
  await copy(desk, 'url' in what ? what.url : what.text);
}
