import { html, nothing, type TemplateResult } from 'lit/html.js';
import { icon, type IconName } from './icon.ts';
import { h1 } from './heading.ts';

export interface StateBlock {
  icon: IconName;
  title: string;
  text?: string;
  /** What is shown went wrong. It is told at once to those who listen. */
  failed?: boolean;
  /** The room's own heading, where no other is on the page. */
  heading?: boolean | undefined;
  actions?: TemplateResult | typeof nothing;
}

/** Nothing to show, and why: a sentence and the next step in the middle of the room. */
export const stateBlock = ({
  failed = false,
  heading = true,
  ...block
}: StateBlock): TemplateResult =>
  html`<div class="state" role=${failed ? 'alert' : nothing}>
    <span class="glyph ${failed ? 'failed' : ''}">${icon(block.icon, 's32')}</span>
    ${heading ? html`${h1(block.title)}` : html`<h2 class="title">${block.title}</h2>`}
    ${block.text ? html`<p class="second">${block.text}</p>` : nothing}
    ${block.actions ?? nothing}
  </div>`;
