import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Variant } from '../../contract/products.ts';
import type { Swap } from './order-draft.ts';
import type { OrderForm } from './order-form.ts';
import { icon } from './desk-element.ts';
import { valueOf } from './order-ways.ts';

interface Asked {
  of: Swap;
  /** Of the line it is for. */
  name: string;
  /** The one it is now: no other. */
  except?: string;
  choose(variant: string): void;
}

/** Which of what a product comes in; a product that comes in one way asks nothing. */
export function variantChoice(
  { products, say }: Pick<OrderForm, 'products' | 'say'>,
  { of, name, except, choose }: Asked,
): TemplateResult | typeof nothing {
  const known = products.$known.get()[of.product];
  if (known?.is === 'failed' && !known.value)
    return html`<p class="cerr swap" role="alert">${icon('alert', 's16')}${say.text(known.problem.code === 'not_found' ? 'productGone' : 'failed')}</p>`;
  const variants = known?.value?.variants.filter(({ id }) => id !== except) ?? [];
  if (known?.value && variants.length === 1 && variants[0]?.id === of.variant) return nothing;
  const label = say.text('whichOf', { name });
  return html`<select class="in swap" aria-label=${label} aria-busy=${!known?.value} @change=${(event: Event) => choose(valueOf(event))}>
    ${variants.some(({ id }) => id === of.variant) ? nothing : html`<option value="" disabled selected>${label}</option>`}
    ${variants.map((one) => html`<option value=${one.id} ?disabled=${!one.available && one.id !== of.variant} ?selected=${one.id === of.variant}>${said(one)}</option>`)}</select>`;

  function said({ options, price, available }: Variant): string {
    const what = options.map(({ value }) => value).join(' · ') || name;
    return [what, say.money(price), ...(available ? [] : [say.text('soldOut')])].join(' · ');
  }
}
