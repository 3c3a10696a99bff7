import { css } from '../../theme/css.ts';

export const styles = css`
  :host { min-block-size: 0; }
  .run { display: flex; gap: 12px; scroll-snap-type: x mandatory; overscroll-behavior-x: contain; }
  li { position: relative; flex: 0 0 148px; min-inline-size: 0; scroll-snap-align: start; display: flex; flex-direction: column; gap: 8px; }
  .first > li { flex-basis: 100%; }
  .first .im { aspect-ratio: 1; border-radius: var(--r-l); }
  .why { display: flex; flex-direction: column; flex: 1; gap: 8px; }
  .first .why { flex-direction: row; align-items: center; }
  .grow > * { display: block; }
  .first .name { font: var(--t-head); }
  a.name:hover { text-decoration: underline; }
  .btn { position: relative; flex: none; z-index: 1; min-block-size: 44px; padding: 8px 14px; font-size: 13px; }
  .bad { color: var(--bad); }
  .not { align-self: flex-start; z-index: 1; color: var(--ink-2); padding-block: 13px; margin-block: -5px; }
  .first .not { align-self: flex-end; }
  .gone { flex: 1; display: grid; place-content: center; gap: 8px; padding: 16px; border-radius: var(--radius); background: var(--fill); text-align: center; min-block-size: 160px; }
  .pips { display: flex; gap: 8px; align-items: center; margin-block-start: -64px; pointer-events: none; block-size: 44px; inline-size: max-content; }
  .pips i { inline-size: 8px; block-size: 8px; border-radius: 4px; background: var(--fill-2); border: 1px solid transparent; }
  .pips .on { inline-size: 20px; background: var(--primary); }
`;
