/**
 * Spaces the text of elements as far as a reader may (WCAG 1.4.12), and tells what can no longer be
 * read whole because of that; [] where all can. What is cut on purpose was cut before. It names
 * nothing outside itself: a page may be handed it as it stands.
 */
export function cutByTextSpacing(selector: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  const roots = new Set<ShadowRoot>();
  const all: Element[] = [];
  const walk = (element: Element): void => {
    all.push(element);
    if (element.shadowRoot) roots.add(element.shadowRoot);
    for (const child of (element.shadowRoot ?? element).children) walk(child);
  };
  document.querySelectorAll(selector).forEach(walk);
  if (roots.size === 0) return [`nothing there: ${selector}`];
  const hasWords = (element: Element) =>
    element.matches('input') ||
    [...element.childNodes].some(({ nodeType, data }: Node & { data?: string }) =>
      nodeType === Node.TEXT_NODE ? data?.trim() : false,
    );
  /** What is there for a screen reader alone is not there to be seen. */
  const isSeen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hide');
  /** By more than letters reach out of their line; what runs within a line has no size of its own. */
  const isSpilled = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element) =>
    clientWidth > 0 && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 3);
  const cut = () => all.filter((one) => isSeen(one) && hasWords(one) && isSpilled(one));
  const before = new Set(cut());
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return cut()
    .filter((element) => !before.has(element))
    .map(({ outerHTML }) => `cut: ${outerHTML.slice(0, 200)}`);
}
