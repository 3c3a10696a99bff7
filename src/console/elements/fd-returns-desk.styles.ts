import { css } from '../../widget/theme/css.ts';

export const returnsStyles = css`
  :host { min-block-size: 0; }
  .back { display: none; }
  .work { display: grid; grid-template-columns: 392px minmax(0, 1fr); block-size: 100%; min-block-size: 0; }
  .list { min-block-size: 0; }
  .paper { background: var(--bg); border: 1px solid var(--line); border-radius: var(--r-l); margin: 8px 8px 8px 0; margin-inline: 0 8px; min-block-size: 0; overflow: hidden; }
  .body { padding: 4px 24px 24px; display: flex; flex-direction: column; gap: 16px; }
  .lines { display: flex; flex-direction: column; gap: 8px; }
  .th { inline-size: 40px; block-size: 48px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  .sums { display: grid; grid-template-columns: 1fr auto; gap: 6px 16px; padding-block: 12px; border-block: 1px solid var(--line); max-inline-size: 520px; }
  .sums dd { text-align: end; }
  .story { display: flex; flex-direction: column; gap: 6px; max-inline-size: 520px; }
  .foot { padding: 12px 24px; border-block-start: 1px solid var(--line); display: flex; flex-direction: column; gap: 8px; }
  form { display: flex; flex-direction: column; gap: 8px; }
  textarea { padding: 8px 12px; border: 1px solid var(--ink-3); border-radius: var(--r-s); resize: vertical; }
  @media (width < 760px) {
    .work { grid-template-columns: minmax(0, 1fr); }
    .paper { display: none; margin: 0; border: 0; border-radius: 0; }
    .is-open .list { display: none; }
    .is-open .paper { display: block; }
    .back { display: grid; }
    textarea { font-size: 16px; }
  }
`;
