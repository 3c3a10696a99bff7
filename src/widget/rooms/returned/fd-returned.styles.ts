import { css } from '../../theme/css.ts';

export const styles = css`
  .center { text-align: center; align-items: center; }
  .qrbox { align-self: center; background: #fff; color: #101214; border-radius: var(--r-l); padding: 4px 4px 12px; text-align: center; border: 1px solid var(--line); max-inline-size: 100%; }
  .qr { inline-size: 248px; max-inline-size: 100%; display: block; forced-color-adjust: none; }
  .code-text { font: 600 15px/22px var(--font); letter-spacing: 0.12em; margin-block-start: -4px; overflow-wrap: anywhere; max-inline-size: 240px; margin-inline: auto; }
  .ev.next { color: var(--ink-2); }
  .ev.next > b { background: var(--bg); box-shadow: inset 0 0 0 2px var(--ink-3); }
  .wait { block-size: 248px; inline-size: 248px; border-radius: var(--r-l); align-self: center; }
  @media (forced-colors: active) {
    .qrbox { forced-color-adjust: none; border-color: CanvasText; }
    .ev.next > b { border-style: dashed; }
  }
`;
