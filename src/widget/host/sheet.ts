/** Slower than this, px/ms, a pull is no flick. */
const FLICK = 0.6;

/**
 * What only a sheet on a phone can do: be pulled down by its grabber, and stay above the keyboard
 * on the screen (--keys is what that covers).
 */
export function liftSheet(
  sheet: HTMLElement,
  grabber: HTMLElement,
  close: () => void,
  life: AbortSignal,
): void {
  grabber.addEventListener('pointerdown', (down) => pull(sheet, grabber, down, close), {
    signal: life,
  });
  const { visualViewport: view } = window;
  const fit = () => {
    // a page that is pinched larger has a small view too, and no keyboard
    const covered = view!.scale > 1.01 ? 0 : innerHeight - view!.height - view!.offsetTop;
    sheet.style.setProperty('--keys', `${Math.max(0, Math.round(covered))}px`);
  };
  for (const type of ['resize', 'scroll']) view?.addEventListener(type, fit, { signal: life });
  life.addEventListener('abort', () => sheet.style.removeProperty('--keys'));
}

/** Past a third, or with a flick, it closes. */
function pull(
  sheet: HTMLElement,
  grabber: HTMLElement,
  down: PointerEvent,
  close: () => void,
): void {
  const over = new AbortController();
  const way = (event: PointerEvent) => Math.max(0, event.clientY - down.clientY);
  const on = (
    type: 'pointermove' | 'pointerup' | 'pointercancel',
    act: (e: PointerEvent) => void,
  ) => grabber.addEventListener(type, act, { signal: over.signal });
  const end = (event: PointerEvent) => {
    over.abort();
    sheet.style.translate = '';
    const pulled = way(event);
    const isFlick = pulled > 8 && pulled / (event.timeStamp - down.timeStamp) > FLICK;
    if (event.type === 'pointerup' && (isFlick || pulled > sheet.offsetHeight / 3)) close();
  };
  grabber.setPointerCapture(down.pointerId);
  on('pointermove', (event) => (sheet.style.translate = `0 ${way(event)}px`));
  on('pointerup', end);
  on('pointercancel', end);
}
