import { html, type TemplateResult } from 'lit/html.js';
import { css } from '../../widget/theme/css.ts';
import { DeskElement } from './desk-element.ts';

const schemes = ['light', 'dark'] as const;

const styles = css`
  :host { display: flex; flex-direction: column; gap: 12px; }
  .tabs { flex: none; }
  iframe { display: block; inline-size: 100%; block-size: 600px; border: 1px solid var(--line); border-radius: var(--r-l); background: var(--fill); }
`;

/** @summary The panel as shoppers see it: the built one, in a page of its own, in the look that is being chosen. */
export class FdBrandPreview extends DeskElement {
  static override styles = [...DeskElement.styles, styles];
  static override properties = [...DeskElement.properties, 'accent', 'radius', 'shop', 'scheme'];
  /** A colour as #24523f. */
  declare accent: string;
  /** In px. */
  declare radius: number;
  declare shop: string;
  declare private scheme: (typeof schemes)[number];

  constructor() {
    super();
    this.scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  protected override shown() {
    return [];
  }

  protected override updated(): void {
    this.#dress();
  }

  /** What is half typed is no look: the last whole one stays. */
  #dress = (): void => {
    const page = this.renderRoot.querySelector('iframe')?.contentDocument;
    const desk = page?.querySelector('front-desk');
    if (!page || !desk) return;
    const { style, dataset } = page.documentElement;
    dataset['scheme'] = this.scheme;
    desk.setAttribute('scheme', this.scheme);
    if (/^#[0-9a-f]{6}$/i.test(this.accent)) style.setProperty('--fd-accent', this.accent);
    if (this.radius >= 0 && this.radius <= 20) style.setProperty('--fd-radius', `${this.radius}px`);
  };

  protected override render(): TemplateResult {
    const { text } = this.say;
    return html`<div class="h"><h2 class="head grow">${text('previewTitle')}</h2>
        <div class="tabs" role="group" aria-label=${text('previewTitle')}>${schemes.map(
          (each) =>
            html`<button class="tab" aria-pressed=${each === this.scheme} @click=${() => (this.scheme = each)}>${text(`scheme_${each}`)}</button>`,
        )}</div></div>
      <iframe inert title=${text('previewTitle')} src=${this.#address} @load=${this.#dress}></iframe>`;
  }

  /** It opens by itself: its address names the panel. */
  get #address(): string {
    const { session } = this.desk.session.$state.get();
    const [name = ''] = session?.kind === 'staff' ? session.staff.name.split(' ') : [];
    const { language, direction } = this.say;
    const said = new URLSearchParams({ shop: this.shop, lang: language, dir: direction, name });
    return `/console/preview.html?${said.toString()}#front-desk`;
  }
}
