import { watchBack } from '../host/back-gesture.ts';
import { lockScroll } from '../host/scroll-lock.ts';
import { liftSheet } from '../host/sheet.ts';

/** Narrower than this, the panel is a sheet over the page. */
const SHEET = '(width < 640px)';

export interface PanelDialog {
  dialog: HTMLDialogElement;
  grabber: HTMLElement;
  /** One room back; false where there is none. */
  back(): boolean;
  close(): void;
}

/**
 * Shows the dialog until it is aborted: a popover beside the page on wide screens, a modal sheet on
 * phones. It turns with the phone, and the focus stays where it is.
 */
export function showDialog(panel: PanelDialog, signal: AbortSignal): void {
  const { dialog, grabber, back, close } = panel;
  const narrow = matchMedia(SHEET);
  const turned = new AbortController();
  signal.addEventListener('abort', () => turned.abort());
  if (narrow.matches) {
    dialog.popover = null;
    dialog.showModal();
    turned.signal.addEventListener('abort', lockScroll());
    liftSheet(dialog, grabber, close, turned.signal);
  } else {
    dialog.popover = 'manual';
    dialog.showPopover();
    turned.signal.addEventListener('abort', watchBack(back, close));
  }
  const turn = () => {
    const active = deepActive();
    turned.abort();
    hideDialog(dialog);
    showDialog(panel, signal);
    active?.focus();
  };
  narrow.addEventListener('change', turn, { signal: turned.signal });
}

export function hideDialog(dialog: HTMLDialogElement): void {
  if (dialog.popover && dialog.matches(':popover-open')) dialog.hidePopover();
  dialog.close();
}

/** The element that has the focus, whatever shadow it stands in. */
function deepActive(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}
