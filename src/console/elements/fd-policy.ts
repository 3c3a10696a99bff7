import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../../widget/client/problem.ts';
import type { PolicyJson } from '../client/settings.ts';
import { isFields, pointerOf, valueAt, withValue, type Path } from '../stores/json-path.ts';
import { policyStyles } from './fd-policy.styles.ts';
import { policyGroups, policyPlaces, rulesPath, type PolicyGroup } from './policy-fields.ts';
import { policyInputs } from './policy-input.ts';
import { languagesOf } from './policy-questions.ts';
import { policyReasons } from './policy-reasons.ts';
import { readNames } from './policy-products.ts';
import { policyRules } from './policy-rules.ts';
import { MOST_NAMED } from './policy-sentence.ts';
import { isAtOrBelow, type PolicySheet } from './policy-sheet.ts';
import { policyPreview } from './policy-preview.ts';
import { SettingPage } from './setting-page.ts';

/** @summary What shoppers settle by themselves: in plain words, or all of it as JSON, tried on a real order. */
export class FdPolicy extends SettingPage<PolicyJson | null> {
  static override styles = [...SettingPage.styles, policyStyles];
  static override properties = [...SettingPage.properties, 'isNoJson', 'order', 'taken', 'spoken'];
  protected override readonly setting = 'policy';
  declare private isNoJson: boolean;
  /** The number of the order it is tried on. */
  declare private order: string | undefined;
  /** What there was before something was taken away, or all of it begun anew. */
  declare private taken:
    | { json: PolicyJson | null | undefined; how: 'removed' | 'begunAnew' }
    | undefined;
  /** Languages that are asked in, and have no words yet. */
  declare private spoken: readonly string[];
  readonly #kept = new Map<string, unknown>();
  #tried: unknown;

  constructor() {
    super();
    this.isNoJson = false;
    this.spoken = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.settings.form.need();
  }

  protected override shown() {
    const { form, preview } = this.desk.settings;
    return [...super.shown(), form.$state, preview.$state, this.desk.products.$known];
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const rules = valueAt(this.value, rulesPath);
    for (const rule of Array.isArray(rules) ? rules : []) readNames(this.#sheet, rule, MOST_NAMED);
  }

  protected override get saved(): PolicyJson | null | undefined {
    const { value } = this.desk.settings.all.$state.get();
    return value && (value.policy.value ?? null);
  }

  protected override wrong(pointer: string): string {
    return this.#allWrong.find((each) => each.pointer === pointer)?.detail ?? '';
  }

  /** What the backend says against what was tried, by pointers into it. */
  get #allWrong(): Problem['fields'] {
    const state = this.desk.settings.preview.$state.get();
    const all = state.is === 'failed' ? state.problem.fields : [];
    return all.map(({ pointer, detail }) => ({ detail, pointer: pointer.replace(/^\/value/, '') }));
  }

  protected override updated(): void {
    super.updated();
    // what is wrong is never hidden
    for (const one of this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:has(.err)'))
      one.open = true;
    const { value } = this;
    const wish = JSON.stringify([value, this.order]);
    if (value === undefined || wish === this.#tried) return;
    this.#tried = wish;
    this.desk.settings.attempt(value, this.order);
  }

  protected override render(): TemplateResult {
    const { text } = this.say;
    const { value } = this;
    return this.page(
      text('policy'),
      text('policyWhat'),
      html`<div class="both"><div class="form">
          ${this.#begin()}
          ${isFields(value) ? html`${this.#fields()}${this.#json(value)}` : nothing}
        </div>
        <aside aria-label=${text('onOrder')}>${policyPreview(this.say, this.desk.settings.preview.$state.get(), (number) => (this.order = number))}</aside></div>`,
    );
  }

  #fields(): TemplateResult {
    const sheet = this.#sheet;
    const [cancel, edit, returns, ...others] = policyGroups.map((group) =>
      this.#group(sheet, group),
    );
    return html`${cancel}${edit}${returns}${policyReasons(sheet)}${policyRules(sheet)}${others}`;
  }

  #begin(): TemplateResult {
    const { text } = this.say;
    const presets = this.#presets;
    const onPreset = ({ target }: Event) =>
      this.#anew(presets[(target as HTMLSelectElement).value], 'begunAnew');
    const onNone = ({ target }: Event) => {
      if (this.value) this.#kept.set('', this.value);
      const before = this.#kept.get('');
      const again = isFields(before) ? before : (presets['default'] ?? {});
      this.draft = (target as HTMLInputElement).checked ? null : again;
    };
    return html`<div class="f"><label class="label" for="preset">${text('preset')}</label>
        <select class="in" id="preset" @change=${onPreset}><option value="">${text('asNow')}</option>${Object.keys(presets).map((name) => html`<option value=${name}>${name}</option>`)}</select></div>
      <label class="check"><input type="checkbox" .checked=${this.value === null} @change=${onNone}>${text('nothingAlone')}</label>`;
  }

  get #presets(): Readonly<Record<string, PolicyJson>> {
    return this.desk.settings.form.$state.get().value?.presets ?? {};
  }

  /** Another in the place of what there is, which can be taken back. */
  #anew(json: PolicyJson | undefined, how: 'removed' | 'begunAnew'): void {
    const before = this.draft;
    this.draft = json;
    this.taken = { json: before, how };
  }

  /** The policy as it is written at the moment. */
  get #sheet(): PolicySheet {
    const { form, all } = this.desk.settings;
    const json = this.value;
    const languages = languagesOf(json);
    return {
      ...{ say: this.say, json, schema: form.$state.get().value?.schema, kept: this.#kept },
      ...{ usual: this.#presets['default'], currency: all.$state.get().value?.currency ?? '' },
      products: this.desk.products,
      languages: [
        ...new Set([...(languages.length ? languages : [this.say.language]), ...this.spoken]),
      ],
      put: (path, value) => {
        this.draft = withValue(this.value, path, value);
        this.taken = undefined;
      },
      drop: (path) => {
        this.#anew(withValue(this.value, path, undefined), 'removed');
        this.#go('#undo');
      },
      wrong: (path, isDeep) => this.#wrongAt(path, isDeep),
      focus: (id) => this.#go(`[id="${id}"]`),
      open: (id) => this.#go(`[id="${id}"] > summary`),
      swapOpen: (one, other) => this.#swapOpen(one, other),
      speak: (language) => (this.spoken = [...this.spoken, language]),
    };
  }

  #go(selector: string): void {
    void this.updateComplete.then(() => {
      const found = this.renderRoot.querySelector<HTMLElement>(selector);
      if (found?.parentElement instanceof HTMLDetailsElement) found.parentElement.open = true;
      found?.focus();
    });
  }

  #swapOpen(...ids: [string, string]): void {
    const [one, other] = ids.map((id) =>
      this.renderRoot.querySelector<HTMLDetailsElement>(`details[id="${id}"]`),
    );
    if (one && other) [one.open, other.open] = [other.open, one.open];
  }

  protected override beside(): TemplateResult | typeof nothing {
    const { taken } = this;
    if (!taken || this.draft === undefined) return nothing;
    const onClick = () => {
      this.draft = taken.json;
      this.taken = undefined;
      this.#go('.go');
    };
    return html`<span class="h" role="status">${this.say.text(taken.how)}<button class="cb ctext" id="undo" @click=${onClick}>${this.say.text('undo')}</button></span>`;
  }

  #wrongAt(path: Path, isDeep = false): string {
    if (!isDeep) return this.wrong(pointerOf(path));
    return this.#allWrong.find(({ pointer }) => isAtOrBelow(pointer, path))?.detail ?? '';
  }

  #group(sheet: PolicySheet, { title, fields, more }: PolicyGroup): TemplateResult {
    const { text } = this.say;
    return html`<fieldset><legend>${text(title)}</legend>${policyInputs(sheet, fields)}
      ${more.length ? html`<details><summary>${text('moreOf')}</summary><div class="more">${policyInputs(sheet, more)}</div></details>` : nothing}</fieldset>`;
  }

  #json(value: PolicyJson): TemplateResult {
    const { text } = this.say;
    const onChange = ({ target }: Event) => {
      const read = jsonOf((target as HTMLTextAreaElement).value);
      this.isNoJson = read === undefined;
      if (read) this.draft = read;
    };
    return html`<details><summary>${text('allOfIt')}</summary>
      <textarea class="in all" dir="ltr" spellcheck="false" aria-label=${text('allOfIt')} aria-invalid=${this.isNoJson} .value=${JSON.stringify(value, null, 2)} @change=${onChange}></textarea>
      ${this.isNoJson ? html`<p class="err" role="alert">${text('notJson')}</p>` : nothing}</details>
      ${this.#elsewhere()}`;
  }

  /** What is wrong with fields that have no place of their own above. */
  #elsewhere(): TemplateResult | typeof nothing {
    const left = this.#allWrong.filter(
      ({ pointer }) => !policyPlaces.some((path) => isAtOrBelow(pointer, path)),
    );
    return left.length
      ? html`<ul role="alert">${left.map(({ pointer, detail }) => html`<li class="err" dir="ltr">${pointer.slice(1).replaceAll('/', '.')}: ${detail}</li>`)}</ul>`
      : nothing;
  }
}

function jsonOf(text: string): PolicyJson | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isFields(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
