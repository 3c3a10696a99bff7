import { css } from '../../widget/theme/css.ts';

export const alertsStyles = css`
  :host { display: block; padding: 24px; overflow-y: auto; }
  section { display: flex; flex-direction: column; gap: 16px; max-inline-size: 560px; }
  .choices { display: flex; flex-wrap: wrap; gap: 8px; }
  [aria-pressed='true'] { background: var(--tint); color: var(--accent-ink); border-color: var(--accent-ink); }
  .cb { white-space: normal; text-align: start; }
`;
