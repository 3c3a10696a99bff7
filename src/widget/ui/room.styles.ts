import { css } from '../theme/css.ts';

/** The box of a room: its parts under each other, at least as tall as the panel's body. */
export const room = css`
  :host { display: flex !important; flex-direction: column; gap: 24px; min-block-size: 100%; --dim: var(--picture-dim, none); }
`;
