import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProductSummary } from '../../contract/products.ts';
import { valueAt } from '../stores/json-path.ts';
import { icon } from './desk-element.ts';
import { fieldAt, idOf, shownAt, type PolicyField, type PolicySheet } from './policy-sheet.ts';

/** More are read by nobody at once: they stand by their ids. */
const MOST_READ = 50;

/** Products of the shop by their names, found by search; one that is no more stays, and says so. */
export function policyProducts(sheet: PolicySheet, { path }: PolicyField): TemplateResult {
  const { say, products } = sheet;
  const ids = idsIn(shownAt(sheet, path));
  const most = Number(fieldAt(sheet, path)['maxItems'] ?? Infinity);
  const put = (next: readonly string[]) => sheet.put(path, next.length ? next : undefined);
  const take = ({ id }: ProductSummary) => {
    products.need(id);
    if (!ids.includes(id)) put([...ids, id]);
  };
  const out = (id: string) => {
    put(ids.filter((each) => each !== id));
    sheet.focus(idOf(path));
  };
  return html`<div class="products">${ids.length ? html`<ul>${ids.map((id) => row(sheet, id, () => out(id)))}</ul>` : nothing}
    ${ids.length < most ? html`<fd-product-picker id=${idOf(path)} .say=${say} .products=${products} .label=${say.text('addProduct')} .choose=${take}></fd-product-picker>` : nothing}</div>`;
}

function row(sheet: PolicySheet, id: string, out: () => void): TemplateResult {
  const { text } = sheet.say;
  const name = productName(sheet, id);
  const label = text('takeOut', { name });
  return html`<li class="h"><span class="grow"><span class="label clip"><bdi>${name}</bdi></span>${isGone(sheet, id) ? html`<span class="csmall warned">${text('productGone')}</span>` : nothing}</span>
    <button type="button" class="cib" aria-label=${label} title=${label} @click=${out}>${icon('close', 's16')}</button></li>`;
}

const isGone = ({ products }: PolicySheet, id: string): boolean => {
  const known = products.$known.get()[id];
  return known?.is === 'failed' && known.problem.code === 'not_found';
};

export const productName = ({ products }: PolicySheet, id: string): string =>
  products.$known.get()[id]?.value?.name ?? id;

/** Reads the names of those a rule is about; of a rule that is closed, those its sentence says. */
export const readNames = (sheet: PolicySheet, rule: unknown, most = MOST_READ): void =>
  idsIn(valueAt(rule, ['match', 'products']))
    .slice(0, most)
    .forEach((id) => sheet.products.need(id));

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
