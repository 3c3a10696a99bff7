import { css } from '../../widget/theme/css.ts';

export const returnsStyles = css`
  :host { min-block-size: 0; }
  .work { display: grid; grid-template-columns: 392px minmax(0, 1fr); block-size: 100%; min-block-size: 0; }
  .list { min-block-size: 0; }
  .paper { background: var(--bg); border: 1px solid var(--line); border-radius: var(--r-l); margin-block: 8px; margin-inline: 0 8px; min-block-size: 0; overflow: hidden; }
  .th { inline-size: 36px; block-size: 44px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill-2); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; }
  @media (width < 760px) {
    .work { grid-template-columns: minmax(0, 1fr); }
    .paper { display: none; margin: 0; border: 0; border-radius: 0; }
    .is-open .list { display: none; }
    .is-open .paper { display: block; }
  }
`;
