import { css } from '../../widget/theme/css.ts';

export const signInStyles = css`
  :host { display: grid; place-items: center; min-block-size: 100dvh; padding: 16px; background: var(--ground); }
  .sheet { display: flex; flex-direction: column; gap: 20px; inline-size: min(420px, 100%); padding: 32px; background: var(--bg); border: 1px solid var(--line); border-radius: var(--r-panel); }
  .logo { inline-size: 40px; block-size: 40px; border-radius: var(--r-s); background: var(--primary); color: var(--on-primary); display: grid; place-items: center; }
  form { gap: 16px; }
  h1 + p { margin-block-start: 4px; }
  .app { display: grid; justify-items: center; gap: 8px; text-align: center; }
  .qr { inline-size: 192px; }
  .qr svg { display: block; border-radius: var(--r-s); }
  code { font: 500 14px/20px ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; user-select: all; }
  .codes { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 16px; padding: 16px; border-radius: var(--radius); background: var(--fill); }
  .code i { block-size: 52px; }
  .cb.ctext { align-self: flex-start; margin-inline-start: -8px; }
  @media (width < 480px) {
    :host { padding: 0; place-items: stretch; }
    .sheet { border: 0; border-radius: 0; inline-size: 100%; }
  }
`;
