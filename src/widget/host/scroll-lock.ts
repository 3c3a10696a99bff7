/** Holds the page still under a sheet; the answer lets it go, and the page's own style is back. */
export function lockScroll(): () => void {
  const page = document.documentElement;
  const { overflow } = page.style;
  page.style.overflow = 'hidden';
  return () => {
    page.style.overflow = overflow;
    if (!page.getAttribute('style')) page.removeAttribute('style');
  };
}
