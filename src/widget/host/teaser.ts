/** What has come while the panel is closed, in short. */
export interface News {
  /** Who wrote, and below it the first words. */
  words: string;
  /** What the button that takes it away is called. */
  close: string;
  open(): void;
}

export interface Teaser {
  show(news: News): void;
  hide(): void;
}

/** In the launcher's root, on top of its own sheet. */
const sheetText = `
  section {
    position: fixed;
    display: flex;
    inset-inline: inherit;
    bottom: calc(var(--y, 24px) + 72px);
    width: min(320px, 100vw - 48px);
    background: var(--g);
    color: CanvasText;
    border-radius: calc(var(--r) * 1.3);
    box-shadow: 0 6px 16px -4px #0003;
  }
  section button {
    background: none;
    color: inherit;
    box-shadow: none;
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
    font-weight: 400;
  }
  button:first-child:not(:last-child) {
    flex: 1;
  }
  section button::first-line {
    font-weight: 600;
  }
  [aria-expanded='true'] ~ section {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    section {
      animation: rise 160ms;
    }
  }
  @keyframes rise {
    0% {
      opacity: 0;
      translate: 0 12px;
    }
  }
`;

/** What of the page may be tapped or typed into. */
const ACTIVE = 'a,button,input,select,textarea,summary,label,[role=button],[tabindex]';
/** Closer than the smallest thing that can be hit, in px. */
const STEP = 20;

/**
 * Beside the help button: who wrote, and the first words. It never lies over what the page is worked
 * with, is said once, and does not come back once it was taken away.
 */
export function createTeaser(button: HTMLElement, life: AbortSignal): Teaser {
  const root = button.getRootNode() as ShadowRoot;
  const box = document.createElement('section');
  const make = () => document.createElement('button');
  const first = make();
  const cross = make();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  first.ariaLive = 'polite';
  cross.textContent = '✕';
  box.append(first, cross);
  let isOver = false;
  const hide = () => box.remove();
  const look = () => {
    if (box.isConnected && covers(box, root.host)) hide();
  };
  addEventListener('scroll', look, { signal: life, passive: true, capture: true });
  addEventListener('resize', look, { signal: life });
  cross.onclick = () => {
    isOver = true;
    hide();
  };

  return {
    hide,
    show({ words, close, open }) {
      if (isOver) return;
      first.onclick = open;
      cross.ariaLabel = close;
      root.append(box);
      // it is said where what it stands in was there before
      first.textContent = words;
      look();
    },
  };
}

/** Does it lie over something of the page that is worked with? */
function covers(box: Element, launcher: Element): boolean {
  const { left, top, right, bottom } = box.getBoundingClientRect();
  for (let x = left; x <= right; x += STEP)
    for (let y = top; y <= bottom; y += STEP)
      if (document.elementsFromPoint(x, y).some((one) => one !== launcher && one.closest(ACTIVE)))
        return true;
  return false;
}
