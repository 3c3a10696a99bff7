import { css } from '../../widget/theme/css.ts';

export const pickerStyles = css`
  :host { display: flex; flex-direction: column; gap: 4px; min-inline-size: 0; }
  ul:empty, p:empty { display: none; }
  ul { border: 1px solid var(--line); border-radius: var(--r-s); padding: 4px; max-block-size: 260px; overflow-y: auto; }
  li { min-block-size: 48px; padding: 4px 8px; border-radius: var(--r-xs); cursor: pointer; border: 1px solid transparent; }
  li:hover { background: var(--fill); }
  [aria-selected='true'] { background: var(--fill-2); }
  .th { inline-size: 32px; block-size: 38px; flex: none; border-radius: var(--r-xs); overflow: hidden; display: grid; place-items: center; background: var(--fill); }
  .th img { inline-size: 100%; block-size: 100%; object-fit: cover; display: block; }
  @media (forced-colors: active) {
    [aria-selected='true'] { border-color: Highlight; }
  }
`;
