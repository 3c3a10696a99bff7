/**
 * Tells of every change to the language that the page asks for, or one of these elements in it;
 * answers how to end that.
 */
export function onLanguage(changed: () => void, ...asking: (Element | null)[]): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributeFilter: ['lang'] });
  for (const one of asking) if (one) watch.observe(one, { attributeFilter: ['locale'] });
  return () => watch.disconnect();
}
