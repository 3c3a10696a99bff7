import type { ReadableAtom } from 'nanostores';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SettingName, SettingSaved } from '../../contract/settings.ts';
import { differencesOf } from '../../domain/settings/differences.ts';
import { fieldStyles } from '../../widget/ui/field.styles.ts';
import { changesOf, type SettingChange } from '../stores/setting-changes.ts';
import { rebased } from '../stores/setting-rebase.ts';
import { DeskElement, icon, sentence } from './desk-element.ts';
import { settingParts } from './fd-settings.styles.ts';
import { changeLine, settingSaying } from './setting-words.ts';

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
  #base: { version: number; was: unknown } | undefined;
  #kept: Value | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const before = this.desk.drafts.kept(this.setting);
    if (before && this.draft === undefined) {
      this.#base = before;
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
    // they have saved just the same
    if (this.#isBehind && this.#mine.changes.length === 0) this.draft = undefined;
  }

  /** What is typed is still there after a reload, and once somebody whose session ended is in again. */
  #keep(): void {
    const { draft } = this;
    this.#kept = draft;
    if (draft === undefined) this.#base = undefined;
    else this.#base ??= this.#now;
    const base = this.#base;
    const isKept = draft !== undefined && base !== undefined;
    this.desk.drafts.keep(this.setting, isKept ? { ...base, value: draft } : undefined);
  }

  /** What is saved, to begin from. */
  get #now(): { version: number; was: unknown } | undefined {
    const version = this.#version;
    return version === undefined ? undefined : { version, was: this.saved };
  }

  /** Whether somebody has saved since the draft was begun. */
  get #isBehind(): boolean {
    const [base, version] = [this.#base, this.#version];
    if (this.draft === undefined || !base || version === undefined) return false;
    const { busy, of, saved } = this.desk.settings.$work.get();
    const isOwn = of === this.setting && (busy || saved?.version === version);
    return base.version !== version && !isOwn;
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
      ${isMine && problem && !this.#isBehind ? html`<p class="cerr" role="alert">${icon('alert', 's16')}${sentence(problem, this.say)}</p>` : nothing}
      ${isMine && saved && !this.draft ? this.#told(saved.changes) : nothing}
      <div class="foot">${this.#isBehind ? this.#meanwhile() : nothing}<button class="cb go" aria-disabled=${busy || this.draft === undefined || this.#isBehind} @click=${() => this.#save()}>${text('save')}</button>
        ${this.draft === undefined ? nothing : html`<button class="cb ctext" @click=${() => (this.draft = undefined)}>${text('cancel')}</button>`}${this.beside()}
        <p class="csmall second grow">${this.#origin()}</p>
        ${this.#isSet ? html`<button class="cb ctext" @click=${() => this.#reset()}>${text('toConfig')}</button>` : nothing}</div>`;
  }

  #told(changes: SettingSaved['changes']): TemplateResult {
    const { text } = this.say;
    return html`<div class="done" role="status"><p class="strong">${text(changes.length ? 'savedOf' : 'nothingChanged')}</p>
      ${this.#lines(changesOf(changes))}</div>`;
  }

  #lines(changes: readonly SettingChange[]): TemplateResult {
    const saying = settingSaying(this.desk);
    return html`<ul class="csmall">${saying && changes.map((each) => html`<li>${changeLine(saying, this.setting, each)}</li>`)}</ul>`;
  }

  /** What was changed here, in what it has become meanwhile. */
  get #mine(): { value: Value; changes: readonly SettingChange[] } {
    const value = rebased(this.#base?.was, this.draft, this.saved) as Value;
    return { value, changes: changesOf(differencesOf(this.saved, value)) };
  }

  /** Two have changed it: nothing counts until whoever is here has chosen. */
  #meanwhile(): TemplateResult {
    const { text } = this.say;
    const { by } = this.desk.settings.all.$state.get().value?.[this.setting] ?? {};
    const { value, changes } = this.#mine;
    const choose = (draft: Value | undefined) => {
      this.#base = this.#now;
      this.draft = draft;
      this.#keep();
      this.requestUpdate();
      this.renderRoot.querySelector<HTMLElement>('.foot > .go')?.focus();
    };
    return html`<div class="meanwhile" role="alert">
      <p class="strong">${text('savedMeanwhile', { name: by ?? text('colleague') })}</p>
      <p class="csmall second">${text('meanwhileWhat')}</p>
      ${this.#lines(changes)}
      <div class="acts"><button class="cb go" @click=${() => choose(value)}>${text('keepMine')}</button><button class="cb" @click=${() => choose(undefined)}>${text('takeTheirs')}</button></div>
    </div>`;
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
    const { version } = this.#base ?? {};
    if (this.draft === undefined || version === undefined || this.#isBehind) return;
    if (await this.desk.settings.save(this.setting, version, this.draft)) this.draft = undefined;
  }

  async #reset(): Promise<void> {
    if (await this.desk.settings.reset(this.setting)) this.draft = undefined;
  }
}
