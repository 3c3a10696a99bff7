import { html, nothing, type TemplateResult } from 'lit/html.js';
import { css } from '../theme/css.ts';

export interface TimelineEvent {
  /** Instant. */
  at: string;
  /** The same, as it is said. */
  when: string;
  text: string;
  more?: string | undefined;
}

/** What happened, newest first. The first is now; `stopped` when it went no further there. */
export const timeline = (
  label: string,
  events: readonly TimelineEvent[],
  stopped: boolean,
): TemplateResult =>
  html`<ol class="tl" aria-label=${label}>${events.map(
    (
      { at, when, text, more },
      n,
    ) => html`<li class="ev ${n ? '' : stopped ? 'stop' : 'now'}"><b></b>
      <div><p class=${n ? '' : 'strong'}><bdi>${text}</bdi></p>${more ? html`<p class="small second"><bdi>${more}</bdi></p>` : nothing}</div>
      <time class="small second num" datetime=${at}>${when}</time></li>`,
  )}</ol>`;

export const timelineStyles = css`
  .ev { display: grid; grid-template-columns: 24px 1fr auto; column-gap: 12px; padding-block-end: 20px; position: relative; }
  .ev::before { content: ''; position: absolute; inset-inline-start: 11px; inset-block: 12px -12px; inline-size: 2px; background: var(--tint-2); }
  .ev:last-child { padding-block-end: 0; }
  .ev:last-child::before { display: none; }
  .ev > b { inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--accent-ink); margin: 6px 7px; position: relative; }
  .ev p { text-align: start; }
  .now > b { box-shadow: 0 0 0 5px var(--tint-2); }
  .stop > b { background: var(--warn-fill); box-shadow: 0 0 0 5px color-mix(in oklab, var(--warn) 18%, var(--bg)); }
  @media (forced-colors: active) {
    .ev > b { border: 1px solid CanvasText; }
    .now > b, .stop > b { outline: 2px solid Highlight; outline-offset: 2px; }
  }
`;
