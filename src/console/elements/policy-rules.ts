import { html, nothing, type TemplateResult } from 'lit/html.js';
import { moved, valueAt } from '../stores/json-path.ts';
import { icon } from './desk-element.ts';
import { matchFields, rulesPath, sayFields } from './policy-fields.ts';
import { policyInputs } from './policy-input.ts';
import { movers } from './policy-order.ts';
import { readNames } from './policy-products.ts';
import { ruleSentence } from './policy-sentence.ts';
import { fieldAt, idOf, within, type PolicySheet } from './policy-sheet.ts';

/** What counts for some items alone: a sentence each, and its fields once it is opened. */
export function policyRules(sheet: PolicySheet): TemplateResult {
  const { text } = sheet.say;
  const found = valueAt(sheet.json, rulesPath);
  const all: readonly unknown[] = Array.isArray(found) ? found : [];
  const most = Number(fieldAt(sheet, rulesPath)['maxItems'] ?? Infinity);
  const add = () => {
    sheet.put(rulesPath, [...all, { match: {} }]);
    sheet.open(idOf([...rulesPath, String(all.length)]));
  };
  return html`<fieldset><legend>${text('rules')}</legend>
    <p class="csmall second">${text('rulesWhat')}</p>
    ${all.length ? html`<ol class="rules">${all.map((rule, at) => html`<li class="rule">${row(sheet, all, rule, at)}</li>`)}</ol>` : nothing}
    ${all.length < most ? html`<div><button type="button" class="cb" @click=${add}>${text('addRule')}</button></div>` : nothing}</fieldset>`;
}

function row(
  sheet: PolicySheet,
  all: readonly unknown[],
  rule: unknown,
  at: number,
): TemplateResult {
  const { text } = sheet.say;
  const path = [...rulesPath, String(at)];
  const name = text('rule', { n: at + 1 });
  const move = (to: number) => {
    sheet.swapOpen(idOf(path), idOf([...rulesPath, String(to)]));
    sheet.put(rulesPath, moved(all, at, to));
  };
  const onToggle = ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLDetailsElement && currentTarget.open) readNames(sheet, rule);
  };
  return html`<details id=${idOf(path)} @toggle=${onToggle}><summary>${ruleSentence(sheet, rule)}</summary><div class="more">
      <div role="group" class="more" aria-labelledby="${idOf(path)}-which"><p class="label" id="${idOf(path)}-which">${text('ruleWhich')}</p><p class="csmall second">${text('ruleWhichWhat')}</p>${policyInputs(sheet, within(path, matchFields))}</div>
      <div role="group" class="more" aria-labelledby="${idOf(path)}-says"><p class="label" id="${idOf(path)}-says">${text('ruleCounts')}</p>${policyInputs(sheet, within(path, sayFields))}</div>
    </div></details>
    <span class="acts">${movers(sheet, { path: rulesPath, at, count: all.length, name, move })}<button type="button" class="cib" aria-label=${text('removeTag', { tag: name })} @click=${() => sheet.drop(path)}>${icon('close', 's16')}</button></span>`;
}
