import { css } from '../../widget/theme/css.ts';

export const consoleStyles = css`
  :host { display: block; block-size: 100dvh; background: var(--ground); color: var(--ink); }
  .app { display: grid; grid-template-columns: 72px minmax(0, 1fr); block-size: 100%; overflow: hidden; }
  .rail { display: flex; flex-direction: column; align-items: center; gap: 4px; padding: 14px 0 16px; }
  .rail :is(a, button) { inline-size: 66px; min-block-size: 52px; border-radius: var(--r-s); display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 3px; font: 500 11px/14px var(--font); color: var(--ink-2); position: relative; text-align: center; overflow-wrap: anywhere; hyphens: auto; }
  .rail :is(a, button):hover { background: var(--fill-2); }
  .rail [aria-current] { color: var(--accent-ink); font-weight: 600; background: var(--bg); }
  .rail .n { position: absolute; inset-block-start: 3px; inset-inline-start: 34px; box-shadow: 0 0 0 2px var(--ground); }
  .logo { inline-size: 40px; block-size: 40px; border-radius: var(--r-s); background: var(--primary); color: var(--on-primary); margin-block-end: 12px; display: grid; place-items: center; flex: none; }
  .push { margin-block-start: auto; }
  main { min-inline-size: 0; min-block-size: 0; display: grid; }
  .work { grid-template-columns: 340px minmax(0, 1fr); }
  .paper { position: relative; background: var(--bg); border: 1px solid var(--line); border-radius: var(--r-l); margin-block: 8px; margin-inline: 0 8px; display: grid; min-inline-size: 0; min-block-size: 0; overflow: hidden; }
  .two { grid-template-columns: minmax(0, 1fr) 352px; }
  aside { border-inline-start: 1px solid var(--line); min-block-size: 0; display: grid; background: var(--bg); }
  .who { display: none; }
  .alone { display: none; }
  .col > :is(fd-shopper, fd-order-view) { flex: 1; inline-size: 100%; max-inline-size: 560px; margin-inline: auto; }
  @media (width < 1200px) {
    .two { grid-template-columns: minmax(0, 1fr); }
    aside { display: none; position: absolute; inset-block: 0; inset-inline-end: 0; inline-size: min(352px, 100%); box-shadow: var(--e2); z-index: 1; }
    .beside aside { display: grid; }
    .who { display: grid; position: absolute; inset-block-start: 12px; inset-inline-end: 12px; z-index: 2; background: var(--fill); }
  }
  @media (width < 760px) {
    .app { grid-template: minmax(0, 1fr) auto / minmax(0, 1fr); }
    .rail { grid-row: 2; flex-direction: row; justify-content: space-around; padding: 4px 8px max(4px, env(safe-area-inset-bottom)); background: var(--bg); border-block-start: 1px solid var(--line); }
    .logo { display: none; }
    .rail :is(a, button) { inline-size: auto; flex: 1; }
    .alone { display: grid; }
    .rail .push { display: none; }
    .is-open .rail { display: none; }
    .work { grid-template-columns: minmax(0, 1fr); }
    .paper { display: none; margin: 0; border: 0; border-radius: 0; }
    .is-open .paper { display: grid; }
    .is-open fd-inbox-list { display: none; }
  }
  @media (forced-colors: active) {
    .rail [aria-current] { outline: 2px solid Highlight; outline-offset: -2px; }
    .paper { border: 1px solid CanvasText; }
  }
`;
