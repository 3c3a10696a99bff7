import { css } from '../../theme/css.ts';

export const styles = css`
  :host { min-block-size: 0; }
  .card .btn { align-self: flex-start; margin-block-start: 8px; }
  .quick { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px; }
  .q { display: flex; flex-direction: column; gap: 8px; align-items: flex-start; justify-content: space-between; padding: 12px 14px 10px; border-radius: var(--radius); background: var(--fill); font: var(--t-strong); border: 1px solid transparent; min-block-size: 76px; }
  .q:only-child { grid-column: 1 / -1; flex-direction: row; align-items: center; justify-content: flex-start; min-block-size: 56px; padding-block: 0; }
  .q .i { color: var(--accent-ink); }
  .q:hover { background: var(--fill-2); }
  .bone { block-size: 136px; border-radius: var(--r-l); }
`;
