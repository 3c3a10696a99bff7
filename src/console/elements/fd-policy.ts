import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../../widget/client/problem.ts';
import type { PolicyJson } from '../client/settings.ts';
import {
  isFields,
  pointerOf,
  schemaAt,
  valueAt,
  withValue,
  type Path,
} from '../stores/json-path.ts';
import { policyStyles } from './fd-policy.styles.ts';
import { policyGroups, type PolicyField } from './policy-fields.ts';
import { policyInput, type PolicyInput } from './policy-input.ts';
import { policyPreview } from './policy-preview.ts';
import { SettingPage } from './setting-page.ts';

/** Where a window is begun: with the first that most shops count from. */
const WINDOW_FROM = 'delivery';

/** @summary What shoppers settle by themselves: in plain words, or all of it as JSON, tried on a real order. */
export class FdPolicy extends SettingPage<PolicyJson | null> {
  static override styles = [...SettingPage.styles, policyStyles];
  static override properties = [...SettingPage.properties, 'isNoJson', 'order'];
  protected override readonly setting = 'policy';
  declare private isNoJson: boolean;
  /** The number of the order it is tried on. */
  declare private order: string | undefined;
  #tried: unknown;

  constructor() {
    super();
    this.isNoJson = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk.settings.form.need();
  }

  protected override shown() {
    const { form, preview } = this.desk.settings;
    return [...super.shown(), form.$state, preview.$state];
  }

  protected override get saved(): PolicyJson | null | undefined {
    const { value } = this.desk.settings.all.$state.get();
    return value && (value.policy.value ?? null);
  }

  protected override wrong(pointer: string): string {
    const found = this.#triedWrong.find((each) => each.pointer === `/value${pointer}`)?.detail;
    return found ?? super.wrong(pointer);
  }

  /** What the backend says against the fields of what was tried. */
  get #triedWrong(): Problem['fields'] {
    const state = this.desk.settings.preview.$state.get();
    return state.is === 'failed' ? state.problem.fields : [];
  }

  protected override updated(): void {
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
          ${isFields(value) ? html`${policyGroups.map(({ title, fields }) => this.#group(text(title), fields))}${this.#json(value)}` : nothing}
        </div>
        <aside aria-label=${text('onOrder')}>${policyPreview(this.say, this.desk.settings.preview.$state.get(), (number) => (this.order = number))}</aside></div>`,
    );
  }

  #begin(): TemplateResult {
    const { text } = this.say;
    const presets = this.desk.settings.form.$state.get().value?.presets ?? {};
    const onPreset = ({ target }: Event) => {
      this.draft = presets[(target as HTMLSelectElement).value];
    };
    const onNone = ({ target }: Event) => {
      this.draft = (target as HTMLInputElement).checked ? null : (presets['default'] ?? {});
    };
    return html`<div class="f"><label class="label" for="preset">${text('preset')}</label>
        <select class="in" id="preset" @change=${onPreset}><option value="">${text('asNow')}</option>${Object.keys(presets).map((name) => html`<option value=${name}>${name}</option>`)}</select></div>
      <label class="check"><input type="checkbox" .checked=${this.value === null} @change=${onNone}>${text('nothingAlone')}</label>`;
  }

  #group(title: string, fields: readonly PolicyField[]): TemplateResult {
    const schema = this.desk.settings.form.$state.get().value?.schema;
    const drawn = fields.map((field) => ({ field, of: schemaAt(schema, field.path) }));
    const [checks, inputs] = [true, false].map((wanted) =>
      drawn.filter(({ of }) => (of['type'] === 'boolean') === wanted),
    );
    return html`<fieldset><legend>${title}</legend>
      <div class="checks">${checks?.map(({ field, of }) => policyInput(this.#asked(field, of)))}</div>
      <div class="inputs">${inputs?.map(({ field, of }) => policyInput(this.#asked(field, of)))}</div></fieldset>`;
  }

  #asked(field: PolicyField, schema: Readonly<Record<string, unknown>>): PolicyInput {
    const { path } = field;
    const outer = path.slice(0, -1);
    return {
      ...{ say: this.say, field, schema, value: valueAt(this.value, path) },
      currency: this.desk.settings.all.$state.get().value?.currency ?? '',
      isOff: outer.at(-1) === 'window' && valueAt(this.value, outer) === undefined,
      wrong: this.wrong(pointerOf(path)),
      put: (value) => this.#put(path, value),
    };
  }

  #put(path: Path, value: unknown): void {
    const outer = path.slice(0, -1);
    const isWindow = outer.at(-1) === 'window';
    // a window without days is none: the time has no end
    if (isWindow && value === undefined) this.draft = withValue(this.value, outer, undefined);
    else {
      const begun = isWindow ? { from: WINDOW_FROM, ...fieldsAt(this.value, outer) } : undefined;
      const json = begun ? withValue(this.value, outer, begun) : this.value;
      this.draft = withValue(json, path, value);
    }
  }

  #json(value: PolicyJson): TemplateResult {
    const { text } = this.say;
    const onChange = ({ target }: Event) => {
      const read = jsonOf((target as HTMLTextAreaElement).value);
      this.isNoJson = read === undefined;
      if (read) this.draft = read;
    };
    return html`<details><summary>${text('allOfIt')}</summary>
      <textarea class="in" dir="ltr" spellcheck="false" aria-label=${text('allOfIt')} aria-invalid=${this.isNoJson} .value=${JSON.stringify(value, null, 2)} @change=${onChange}></textarea>
      ${this.isNoJson ? html`<p class="err" role="alert">${text('notJson')}</p>` : nothing}</details>
      ${this.#elsewhere()}`;
  }

  /** What is wrong with fields that have no place of their own above. */
  #elsewhere(): TemplateResult | typeof nothing {
    const placed = new Set(
      policyGroups.flatMap(({ fields }) => fields.map(({ path }) => `/value${pointerOf(path)}`)),
    );
    const left = this.#triedWrong.filter(({ pointer }) => !placed.has(pointer));
    return left.length
      ? html`<ul role="alert">${left.map(({ pointer, detail }) => html`<li class="err" dir="ltr">${pointer.replace('/value/', '').replaceAll('/', '.')}: ${detail}</li>`)}</ul>`
      : nothing;
  }
}

const fieldsAt = (json: unknown, path: Path) => {
  const found = valueAt(json, path);
  return isFields(found) ? found : {};
};

function jsonOf(text: string): PolicyJson | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isFields(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
