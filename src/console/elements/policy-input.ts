import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exponentOf } from '../../contract/exponents.ts';
import type { Say } from '../words/say.ts';
import { policyValues, type PolicyField } from './policy-fields.ts';

export interface PolicyInput {
  say: Say;
  field: PolicyField;
  /** What the field may be: JSON Schema. */
  schema: Readonly<Record<string, unknown>>;
  value: unknown;
  currency: string;
  /** What it belongs to is not set: it has to wait for days, say. */
  isOff: boolean;
  /** What the backend says against it; empty when nothing. */
  wrong: string;
  /** Undefined takes it away. */
  put(value: unknown): void;
}

/** A field of the policy as its schema says: a box to tick, a choice, or a number. */
export function policyInput(it: PolicyInput): TemplateResult {
  const { say, field, schema, value, currency, wrong } = it;
  if (schema['type'] === 'boolean')
    return html`<label class="check"><input type="checkbox" .checked=${value === true}
      @change=${({ target }: Event) => it.put((target as HTMLInputElement).checked)}>${say.text(field.label)}</label>`;
  const id = field.path.join('-');
  const choices = schema['enum'];
  return html`<div class="f"><label class="label" for=${id}>${say.text(field.label, { currency })}</label>
    ${Array.isArray(choices) ? choice(id, it, choices.map(String)) : number(id, it)}
    ${wrong ? html`<p class="err" id="${id}-error">${wrong}</p>` : nothing}</div>`;
}

function choice(id: string, it: PolicyInput, choices: readonly string[]): TemplateResult {
  const nameOf = (each: string) => {
    const words = policyValues[each];
    return words ? it.say.text(words) : each;
  };
  return html`<select class="in" id=${id} ?disabled=${it.isOff} aria-invalid=${it.wrong !== ''} aria-describedby=${described(id, it)}
    @change=${({ target }: Event) => it.put((target as HTMLSelectElement).value)}>${choices.map((each) => html`<option value=${each} ?selected=${each === it.value}>${nameOf(each)}</option>`)}</select>`;
}

function number(id: string, it: PolicyInput): TemplateResult {
  const { schema, value, field } = it;
  // money is typed as people write it, and kept in minor units
  const scale = field.isMoney ? 10 ** exponentOf(it.currency) : 1;
  const shown = typeof value === 'number' ? String(value / scale) : '';
  const step = field.isMoney ? 1 / scale : schema['type'] === 'integer' ? 1 : 'any';
  const onInput = ({ target }: Event) => {
    const typed = (target as HTMLInputElement).valueAsNumber;
    const kept = field.isMoney ? Math.round(typed * scale) : typed;
    it.put(Number.isNaN(typed) ? undefined : kept);
  };
  return html`<input class="in" type="number" id=${id} min=${bound(schema['minimum'], scale)} max=${bound(schema['maximum'], scale)} step=${step}
    aria-invalid=${it.wrong !== ''} aria-describedby=${described(id, it)} .value=${shown} @input=${onInput}>`;
}

const described = (id: string, { wrong }: PolicyInput) => (wrong ? `${id}-error` : nothing);

/** The largest whole number there is is no bound that anybody means. */
const bound = (value: unknown, scale: number) =>
  typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value / scale : nothing;
