/**
 * The page is looked at while something is typed beside it: a dialog that opens here would take the
 * focus from there, even in a frame that is inert.
 */
export function leaveFocusOutside(): void {
  HTMLElement.prototype.focus = () => undefined;
  const { showPopover } = HTMLElement.prototype;
  HTMLElement.prototype.showPopover = function (...options) {
    keepingFocus(() => showPopover.apply(this, options));
  };
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = function () {
    keepingFocus(() => showModal.apply(this));
  };
}

function keepingFocus(show: () => void): void {
  const { parent, frameElement } = window;
  const held = deepActive(parent.document);
  show();
  (frameElement as HTMLElement).blur();
  held?.focus();
}

function deepActive({ activeElement }: DocumentOrShadowRoot): HTMLElement | undefined {
  const inner = activeElement?.shadowRoot && deepActive(activeElement.shadowRoot);
  return inner ?? (activeElement as HTMLElement | null) ?? undefined;
}
