import { css } from '../theme/css.ts';

/** Nothing of the page's own looks comes in, but what is said in --fd-*. */
export const reset = css`
  :host { all: initial; display: block; }
`;

export const styles = css`
  /* a task's button stays in sight at the window's own edge */
  section { display: block; position: relative; max-inline-size: 560px; margin-inline: auto; border-radius: var(--r-l); overflow: clip; background: var(--bg); --ft: 0px; }
  .bar { justify-content: flex-end; }
  .body { display: flex; flex-direction: column; min-block-size: 320px; padding: 24px var(--gutter); outline: 0; }
  .bar + .body { padding-block-start: 2px; }
`;
