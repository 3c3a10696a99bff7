import type { ReadableAtom } from 'nanostores';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SettingName, SettingSaved } from '../../contract/settings.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { settingParts } from './fd-settings.styles.ts';

/** A page of what is saved as one: its draft lives here until it is saved. */
export abstract class SettingPage<Value> extends DeskElement {
  static override styles: readonly CSSStyleSheet[] = [
    ...DeskElement.styles,
    fieldStyles,
    settingParts,
  ];
  static override properties: readonly string[] = [...DeskElement.properties, 'draft'];
  /** What somebody has changed; undefined while nothing is. */
  declare protected draft: Value | undefined;

  /** The way to where somebody was going with changes that are not saved. */
  #way: (() => void) | undefined;
  readonly #ask = (go: () => void): void => {
    this.#way = go;
    this.renderRoot.querySelector('dialog')?.showModal();
  };

  protected abstract readonly setting: SettingName;
  /** What is saved. */
  protected abstract get saved(): Value | undefined;

  /** What there was when the draft was begun: whoever saved meanwhile is not written over. */
  #base: number | undefined;
  #kept: Value | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const before = this.desk.drafts.kept(this.setting);
    if (before && this.draft === undefined) {
      this.#base = before.version;
      this.#kept = this.draft = before.value as Value;
    }
    void this.desk.settings.all.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.route.hold(undefined);
  }

  protected override updated(): void {
    this.desk.route.hold(this.draft === undefined ? undefined : this.#ask);
    if (this.draft !== this.#kept) this.#keep();
  }

  /** What is typed is still there after a reload, and once somebody whose session ended is in again. */
  #keep(): void {
    const { draft } = this;
    this.#kept = draft;
    if (draft === undefined) this.#base = undefined;
    else this.#base ??= this.#version;
    const version = this.#base;
    const isKept = draft !== undefined && version !== undefined;
    this.desk.drafts.keep(this.setting, isKept ? { version, value: draft } : undefined);
  }

  get #version(): number | undefined {
    return this.desk.settings.all.$state.get().value?.[this.setting].version;
  }

  protected override shown(): readonly ReadableAtom<unknown>[] {
    const { all, $work } = this.desk.settings;
    return [all.$state, $work];
  }

  protected get value(): Value | undefined {
    return this.draft === undefined ? this.saved : this.draft;
  }

  /** What the backend says against a field, by its pointer below the value. */
  protected wrong(pointer: string): string {
    const { of, problem } = this.desk.settings.$work.get();
    if (of !== this.setting) return '';
    return problem?.fields.find((each) => each.pointer === `/value${pointer}`)?.detail ?? '';
  }

  protected page(title: string, what: string, body: unknown): TemplateResult {
    const { value, is } = this.desk.settings.all.$state.get();
    return html`<div class="page">
      <header><h1 class="sent" tabindex="-1">${title}</h1><p class="second">${what}</p></header>
      ${is === 'failed' && !value ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${this.say.text('failed')}</p>` : nothing}
      ${value ? html`${body}${this.#foot()}` : nothing}
    </div>${this.#leaving()}`;
  }

  protected errorAt(pointer: string): TemplateResult | typeof nothing {
    const text = this.wrong(pointer);
    return text
      ? html`<p class="err" id="error${pointer.replaceAll('/', '-')}">${text}</p>`
      : nothing;
  }

  #leaving(): TemplateResult {
    const { text } = this.say;
    const close = () => this.renderRoot.querySelector('dialog')?.close();
    const leave = () => {
      close();
      this.draft = undefined;
      this.#keep();
      this.#way?.();
    };
    return html`<dialog class="leave" aria-labelledby="leave" @keydown=${(event: Event) => event.stopPropagation()}>
      <h2 class="head" id="leave">${text('leaveTitle')}</h2><p class="second">${text('leaveWhat')}</p>
      <div class="acts"><button class="cb go" @click=${close}>${text('leaveStay')}</button><button class="cb no" @click=${leave}>${text('leaveGo')}</button></div></dialog>`;
  }

  /** What stands beside the buttons: nothing, as a rule. */
  protected beside(): TemplateResult | typeof nothing {
    return nothing;
  }

  #foot(): TemplateResult {
    const { text } = this.say;
    const { busy, of, saved, problem } = this.desk.settings.$work.get();
    const isMine = of === this.setting;
    return html`
      ${isMine && problem ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${isMine && saved && !this.draft ? this.#told(saved.changes) : nothing}
      <div class="foot"><button class="cb go" aria-disabled=${busy || this.draft === undefined} @click=${() => this.#save()}>${text('save')}</button>
        ${this.draft === undefined ? nothing : html`<button class="cb ctext" @click=${() => (this.draft = undefined)}>${text('cancel')}</button>`}${this.beside()}
        <p class="csmall second grow">${this.#origin()}</p>
        ${this.#isSet ? html`<button class="cb ctext" @click=${() => this.#reset()}>${text('toConfig')}</button>` : nothing}</div>`;
  }

  #told(changes: SettingSaved['changes']): TemplateResult {
    const { text } = this.say;
    return html`<div class="done" role="status"><p class="strong">${text(changes.length ? 'savedOf' : 'nothingChanged')}</p>
      ${changes.map(
        ({ pointer, before = '–', after = '–' }) =>
          html`<p class="csmall" dir="ltr">${pointer.slice(1).replaceAll('/', '.')}: ${before} → ${after}</p>`,
      )}</div>`;
  }

  get #isSet(): boolean {
    return (this.#version ?? 0) > 0;
  }

  #origin(): string {
    const { text, moment } = this.say;
    const { at, by } = this.desk.settings.all.$state.get().value?.[this.setting] ?? {};
    return at !== undefined && by !== undefined
      ? text('savedBy', { name: by, time: moment(at) })
      : text('asConfig');
  }

  async #save(): Promise<void> {
    const version = this.#base ?? this.#version;
    if (this.draft === undefined || version === undefined) return;
    const isOver = await this.desk.settings.save(this.setting, version, this.draft);
    if (isOver) this.draft = undefined;
  }

  async #reset(): Promise<void> {
    if (await this.desk.settings.reset(this.setting)) this.draft = undefined;
  }
}
