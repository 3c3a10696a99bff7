/** Holds the page still under a sheet; the answer lets it go, and the page's own style is back. */
export function lockScroll(): () => void {
  const { style } = document.documentElement;
  const { overflow } = style;
  style.overflow = 'hidden';
  return () => {
    style.overflow = overflow;
    if (!style.cssText) document.documentElement.removeAttribute('style');
  };
}
