import { html, type TemplateResult } from 'lit/html.js';
import { isFields, valueAt, type Path } from '../stores/json-path.ts';
import { reasonFields, reasonsPath } from './policy-fields.ts';
import { policyInputs } from './policy-input.ts';
import { policyQuestions } from './policy-questions.ts';
import { outcomesOf } from './policy-sentence.ts';
import { feeOf } from './policy-sums.ts';
import { fieldAt, idOf, nameOf, within, type PolicySheet } from './policy-sheet.ts';

/** Where nothing is known of a reason, it is begun so. */
const begun = { outcomes: ['refund'], returnShipping: 'shopper' };

/** Why something may come back: a row each, offered or not, and what it opens. */
export function policyReasons(sheet: PolicySheet): TemplateResult {
  const { propertyNames } = fieldAt(sheet, reasonsPath);
  const names = isFields(propertyNames) ? propertyNames['enum'] : undefined;
  return html`<fieldset><legend>${sheet.say.text('reasons')}</legend>
    <ul class="rules">${(Array.isArray(names) ? names.map(String) : []).map((name) => html`<li>${row(sheet, name)}</li>`)}</ul></fieldset>`;
}

function row(sheet: PolicySheet, name: string): TemplateResult {
  const { text } = sheet.say;
  const path = [...reasonsPath, name];
  const rule = valueAt(sheet.json, path);
  const isOffered = rule !== undefined;
  const flip = () => {
    if (isOffered) sheet.kept.set(idOf(path), rule);
    sheet.put(path, isOffered ? undefined : (sheet.kept.get(idOf(path)) ?? usual(sheet, path)));
  };
  return html`<label class="check"><input type="checkbox" id=${idOf(path)} .checked=${isOffered} @change=${flip}>${nameOf(sheet, name, 'reason_')}</label>
    ${
      isOffered
        ? html`<details><summary>${summary(sheet, path)}</summary><div class="more">${policyInputs(sheet, within(path, reasonFields))}${policyQuestions(sheet, [...path, 'followUps'])}</div></details>`
        : html`<p class="csmall second not">${text('notOffered')}</p>`
    }`;
}

/** As the preset that suits most has it. */
const usual = ({ usual: preset }: PolicySheet, path: Path) => valueAt(preset, path) ?? begun;

/** What it opens, in a line. */
function summary(sheet: PolicySheet, path: Path): string {
  const { text } = sheet.say;
  const rule = valueAt(sheet.json, path);
  const { fee, photo, review } = isFields(rule) ? rule : {};
  return [
    outcomesOf(sheet, valueAt(rule, ['outcomes'])),
    fee && `${text('field_fee')} ${feeOf(sheet, fee)}`,
    photo === true && text('field_photo'),
    review === true && text('field_review'),
  ]
    .filter(Boolean)
    .join(' · ');
}
