import { css } from '../../theme/css.ts';

export const styles = css`
  :host { min-block-size: 0; }
  :host([empty]) { display: none !important; }
  .card:focus, .receipts:focus { outline: 0; }
  .card .two { margin-block-start: 16px; }
  .card .btn, .undo { min-block-size: 44px; padding: 10px 12px; font-size: 14px; }
  .undo { flex: none; }
  .receipts .li { align-items: flex-start; }
  .receipts .undo { align-self: center; }
`;
