interface CloseWatcher extends EventTarget {
  destroy(): void;
}

/**
 * Android's back gesture on a card that is not modal, without a word in the page's own history.
 * `step` goes one room back and says whether there was one; else the card closes. Where the browser
 * has no such thing, back is the page's.
 */
export function watchBack(step: () => boolean, close: () => void): () => void {
  const { CloseWatcher } = window as { CloseWatcher?: new () => CloseWatcher };
  // with a keyboard at hand the same signal is Esc anywhere on the page, which is not ours to take
  if (!CloseWatcher || !matchMedia('(pointer: coarse)').matches) return () => {};
  let watcher: CloseWatcher;
  const watch = () => {
    watcher = new CloseWatcher();
    watcher.addEventListener('close', () => {
      if (step()) watch();
      else close();
    });
  };
  watch();
  return () => watcher.destroy();
}
