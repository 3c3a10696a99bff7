import css from './teaser.css?literal';

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
  sheet.replaceSync(css);
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
