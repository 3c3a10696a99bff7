import { html, nothing, type TemplateResult } from 'lit/html.js';
import { exponentOf } from '../../contract/exponents.ts';
import type { Fields } from '../stores/json-path.ts';
import { isSum } from '../stores/policy-kinds.ts';
import type { PolicySheet } from './policy-sheet.ts';

export interface NumberInput {
  id: string;
  schema: Fields;
  value: unknown;
  /** What it is, where no label says it. */
  label?: string;
  isWrong: boolean;
  described?: string | typeof nothing;
  /** Undefined when it is empty. */
  put(value: number | undefined): void;
}

/** A number, or a sum: typed as people write it, and kept in minor units. */
export function numberInput({ currency }: PolicySheet, it: NumberInput): TemplateResult {
  const { schema, value, id } = it;
  const scale = isSum(schema) ? 10 ** exponentOf(currency) : 1;
  const shown = typeof value === 'number' ? String(value / scale) : '';
  const step = isSum(schema) ? 1 / scale : schema['type'] === 'integer' ? 1 : 'any';
  const onInput = ({ target }: Event) => {
    const { valueAsNumber: typed, validity } = target as HTMLInputElement;
    // half of a number, as in "1e": the rest is coming
    if (validity.badInput) return;
    it.put(Number.isNaN(typed) ? undefined : isSum(schema) ? Math.round(typed * scale) : typed);
  };
  return html`<input class="in" type="number" id=${id} min=${bound(schema['minimum'], scale)} max=${bound(schema['maximum'], scale)} step=${step} aria-label=${it.label ?? nothing}
    aria-invalid=${it.isWrong} aria-describedby=${it.described ?? nothing} .value=${shown} @input=${onInput}>`;
}

/** The largest whole number there is is no bound that anybody means. */
const bound = (value: unknown, scale: number) =>
  typeof value === 'number' && value < Number.MAX_SAFE_INTEGER ? value / scale : nothing;
