import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../../widget/theme/css.ts';
import { tokens } from '../../widget/theme/tokens.styles.ts';
import { DeskElement, icon } from './desk-element.ts';

const styles = css`
  :host { display: block; --fd-scheme: light dark; }
  .panel { border: 1px solid var(--line); border-radius: var(--r-panel); background: var(--bg); color: var(--ink); overflow: hidden; }
  .top { padding: 24px 20px 20px; background: var(--tint); font: var(--t-title); }
  .parcel { margin: 16px 20px; padding: 16px; border: 1px solid var(--line); border-radius: var(--r-l); display: grid; gap: 12px; }
  .step { display: flex; align-items: center; gap: 8px; font: var(--t-strong); color: var(--accent-ink); }
  .bar { block-size: 6px; border-radius: var(--r-full); background: linear-gradient(to var(--to, right), var(--primary) 60%, var(--fill-2) 60%); }
  .bar:dir(rtl) { --to: left; }
  .go { margin: 0 20px 20px; padding: 12px; text-align: center; border-radius: var(--r-s); background: var(--primary); color: var(--on-primary); font: 600 15px/22px var(--font); }
  @media (forced-colors: active) {
    .go, .bar { border: 1px solid CanvasText; }
  }
`;

/** @summary A panel as the brand would have it: the panel’s own tokens, and nothing to press. */
export class FdBrandPreview extends DeskElement {
  static override styles = [tokens, ...DeskElement.styles, styles];
  static override properties = [...DeskElement.properties, 'accent', 'radius'];
  declare accent: string;
  declare radius: number;

  protected override shown() {
    return [];
  }

  protected override updated(): void {
    this.style.setProperty('--fd-accent', this.accent);
    this.style.setProperty('--fd-radius', `${this.radius || 0}px`);
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    return html`<div class="panel" inert>
      <p class="top">${text('sampleHeading')}</p>
      <div class="parcel"><p class="step">${icon('box', 's20')}${text('sampleState')}</p><div class="bar"></div></div>
      <p class="go">${text('sampleGo')}</p>
    </div>`;
  }
}
