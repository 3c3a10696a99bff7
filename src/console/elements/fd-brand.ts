import { html, type TemplateResult } from 'lit/html.js';
import type { BrandSetting } from '../../contract/settings.ts';
import { css } from '../../widget/theme/css.ts';
import { SettingPage } from './setting-page.ts';

/** The panel’s own, where the shop has said nothing. */
const ACCENT = '#24523f';
const RADIUS = 14;

const styles = css`
  .page { max-inline-size: 960px; }
  .line { align-items: start; }
  .colour { display: flex; gap: 8px; }
  .colour input[type='color'] { inline-size: 52px; block-size: var(--c-hit); padding: 2px; border: 1px solid var(--ink-3); border-radius: var(--r-s); background: none; flex: none; }
  pre { margin: 0; padding: 12px; border-radius: var(--r-s); background: var(--fill); white-space: pre-wrap; overflow-wrap: anywhere; font: 400 13px/20px ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; user-select: all; }
`;

/** @summary How the panel looks, as it will, and the tag that brings it. */
export class FdBrand extends SettingPage<BrandSetting> {
  static override styles = [...SettingPage.styles, styles];
  static override properties = [...SettingPage.properties, 'isCopied'];
  protected override readonly setting = 'brand';
  declare private isCopied: boolean;

  constructor() {
    super();
    this.isCopied = false;
  }

  protected override get saved(): BrandSetting | undefined {
    return this.desk.settings.all.$state.get().value?.brand.value;
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { accent, radius } = this.value ?? {};
    const shop = this.desk.settings.all.$state.get().value?.shop ?? '';
    return this.page(
      text('brand'),
      text('brandWhat'),
      html`<section class="line">
          <div class="f"><label class="label" for="accent">${text('accent')}</label>
            <div class="colour"><input type="color" aria-label=${text('accent')} .value=${accent ?? ACCENT} @input=${this.#onAccent}>
              <input class="in" id="accent" dir="ltr" spellcheck="false" maxlength="7" aria-invalid=${this.wrong('/accent') !== ''} .value=${accent ?? ''} placeholder=${ACCENT} @input=${this.#onAccent}></div>${this.errorAt('/accent')}</div>
          <div class="f"><label class="label" for="radius">${text('radius')}</label>
            <input class="in" type="number" id="radius" min="0" max="20" aria-invalid=${this.wrong('/radius') !== ''} .value=${String(radius ?? RADIUS)} @input=${this.#onRadius}>${this.errorAt('/radius')}</div>
        </section>
        <fd-brand-preview .desk=${this.desk} .shop=${shop} .accent=${accent ?? ACCENT} .radius=${radius ?? RADIUS}></fd-brand-preview>
        ${this.#tag(shop)}`,
    );
  }

  #onAccent = ({ target }: Event): void => {
    const { accent: _, ...rest } = this.value ?? {};
    const accent = (target as HTMLInputElement).value.trim();
    this.draft = accent ? { ...rest, accent } : rest;
  };

  #onRadius = ({ target }: Event): void => {
    this.draft = { ...this.value, radius: (target as HTMLInputElement).valueAsNumber };
  };

  #tag(shop: string): TemplateResult {
    const { text } = this.say;
    const tag = `<script async fetchpriority="high" src="${location.origin}/front-desk.js"\n  data-api="${location.origin}" data-shop="${shop}"></script>`;
    const onCopy = async () => {
      await navigator.clipboard.writeText(tag);
      this.isCopied = true;
    };
    return html`<section aria-label=${text('tag')}><h2 class="head">${text('tag')}</h2><pre dir="ltr">${tag}</pre>
      <div><button class="cb" @click=${onCopy}>${text(this.isCopied ? 'copied' : 'copyTag')}</button></div></section>`;
  }
}
