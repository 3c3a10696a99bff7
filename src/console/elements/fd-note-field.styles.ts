import { css } from '../../widget/theme/css.ts';

export const noteFieldStyles = css`
  :host { display: grid; position: relative; }
  textarea { padding: 10px 14px 4px; min-block-size: 52px; max-block-size: 32dvh; outline: 0; resize: none; field-sizing: content; font: var(--c-body); }
  textarea:focus-visible { outline: 0; }
  ::placeholder { color: var(--ink-2); opacity: 1; }
  ul { position: absolute; inset-block-end: 100%; inset-inline-start: 8px; inline-size: min(260px, 92%); padding: 4px; border-radius: var(--radius); background: var(--raise); border: 1px solid var(--line); box-shadow: var(--e2); z-index: 2; }
  li { padding: 6px 8px; border-radius: var(--r-s); min-block-size: 36px; font: var(--c-label); cursor: pointer; border: 1px solid transparent; }
  li:hover { background: var(--fill); }
  [aria-selected='true'] { background: var(--tint); color: var(--accent-ink); }
  @media (pointer: coarse) {
    li { min-block-size: 44px; }
  }
  @media (width < 760px) {
    textarea { font-size: 16px; line-height: 24px; }
  }
  @media (forced-colors: active) {
    [aria-selected='true'] { border-color: Highlight; }
  }
`;
