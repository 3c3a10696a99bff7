import { svg, type SVGTemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

/** A ring of which a share, 0 to 1, is left. The words beside it say the same. */
export const ring = (share: number): SVGTemplateResult =>
  svg`<svg class="ring" viewBox="0 0 44 44" aria-hidden="true">
    <circle class="t" cx="22" cy="22" r="19" /><circle class="v" cx="22" cy="22" r="19" pathLength="100"
      stroke-dasharray="${Math.max(0, Math.min(1, share)) * 100} 200" />
  </svg>`;

export const ringStyles = css`
  .ring { inline-size: 44px; block-size: 44px; flex: none; transform: rotate(-90deg); fill: none; stroke-width: 3.5; stroke-linecap: round; }
  .ring:dir(rtl) { transform: rotate(-90deg) scaleY(-1); }
  .t { stroke: var(--tint-2); }
  .v { stroke: var(--accent-ink); }
  @media (forced-colors: active) {
    .t { stroke: GrayText; }
    .v { stroke: Highlight; }
  }
`;
