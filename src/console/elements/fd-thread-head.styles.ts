import { css } from '../../widget/theme/css.ts';

export const threadHeadStyles = css`
  :host { display: block; flex: none; container-type: inline-size; }
  .back, .narrow { display: none; }
  .pick { min-block-size: var(--c-hit); padding-inline: 10px; border: 1px solid var(--ink-3); border-radius: var(--r-s); font: var(--c-label); background: var(--bg); max-inline-size: 132px; text-overflow: ellipsis; }
  @media (width < 1200px) {
    .narrow { display: grid; }
  }
  /* between the list and the shopper: whose it is above, what is to become of it below */
  @media (width >= 760px) {
    @container (width < 640px) {
      .top { flex-wrap: wrap; row-gap: 4px; }
      .top .grow { flex-basis: 100%; }
    }
  }
  @media (width < 760px) {
    .back { display: grid; }
    .top { padding: 8px; gap: 4px; min-block-size: 60px; }
    .wide { display: none; }
    .word { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .sent { font: var(--c-head); }
    .pick { max-inline-size: 88px; }
  }
`;
