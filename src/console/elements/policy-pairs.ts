import { html, type TemplateResult } from 'lit/html.js';
import { exponentOf } from '../../contract/exponents.ts';
import { isFields, valueAt, type Fields } from '../stores/json-path.ts';
import { isSum } from '../stores/policy-kinds.ts';
import { numberInput } from './policy-number.ts';
import { fieldAt, idOf, nameOf, type PolicyField, type PolicySheet } from './policy-sheet.ts';

/** So many days, and what they are counted from; without days there is no window. */
export function policyWindow(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path, counted = 'delivery' } = field;
  const { text } = sheet.say;
  const set = fieldsAt(sheet, field);
  const from = String(set['from'] ?? counted);
  const choices = fieldAt(sheet, [...path, 'from'])['enum'];
  return html`<div class="pair">${numberInput(sheet, {
    ...{ id: idOf([...path, 'days']), schema: fieldAt(sheet, [...path, 'days']) },
    ...{ value: set['days'], label: text('field_days') },
    isWrong: sheet.wrong([...path, 'days']) !== '',
    put: (days) => sheet.put(path, days === undefined ? undefined : { from, days }),
  })}<select class="in" id=${idOf([...path, 'from'])} aria-label=${text('field_from')} ?disabled=${set['days'] === undefined}
      @change=${({ target }: Event) => sheet.put([...path, 'from'], (target as HTMLSelectElement).value)}>${(Array.isArray(choices) ? choices.map(String) : []).map((each) => html`<option value=${each} .selected=${each === from}>${nameOf(sheet, each)}</option>`)}</select></div>`;
}

/** A part in percent, or a sum; without a number there is none. */
export function policyFee(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  const { text } = sheet.say;
  const set = fieldsAt(sheet, field);
  const isFlat = set['kind'] === 'flat';
  const [flat, percent] = options(sheet, field);
  const feeOf = (isSum: boolean, number: number | undefined) =>
    number === undefined
      ? undefined
      : isSum
        ? { kind: 'flat', amount: number }
        : { kind: 'percent', percent: number };
  const onKind = ({ target }: Event) => {
    const wanted = (target as HTMLSelectElement).value === 'flat';
    // the number stays as it reads: three percent become three of the currency
    const scale = 10 ** exponentOf(sheet.currency);
    const number = isFlat ? Number(set['amount']) / scale : Number(set['percent'] ?? 0);
    sheet.put(path, feeOf(wanted, wanted ? Math.round(number * scale) : Math.min(number, 100)));
  };
  return html`<div class="pair">${numberInput(sheet, {
    ...{ id: idOf([...path, 'much']), schema: (isFlat ? flat : percent) ?? {} },
    ...{ value: set[isFlat ? 'amount' : 'percent'], label: text(field.label) },
    isWrong: sheet.wrong(path, true) !== '',
    put: (number) => sheet.put(path, feeOf(isFlat, number)),
  })}<select class="in" id=${idOf([...path, 'kind'])} aria-label=${text('unit')} @change=${onKind}>
      <option value="percent" .selected=${!isFlat}>%</option><option value="flat" .selected=${isFlat}>${sheet.currency}</option></select></div>`;
}

/** From … to: both, either or neither. */
export function policyRange(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  const { text } = sheet.say;
  const set = fieldsAt(sheet, field);
  const end = (name: 'from' | 'to') => {
    const schema = fieldAt(sheet, [...path, name]);
    return numberInput(sheet, {
      ...{ id: idOf([...path, name]), schema, value: set[name] },
      label: text(name === 'from' ? 'atLeast' : isSum(schema) ? 'below' : 'atMost'),
      isWrong: sheet.wrong([...path, name]) !== '',
      put(value) {
        const { [name]: _, ...other } = set;
        const left = value === undefined ? other : { ...other, [name]: value };
        sheet.put(path, Object.keys(left).length ? left : undefined);
      },
    });
  };
  return html`<div class="pair even">${end('from')}<span aria-hidden="true">–</span>${end('to')}</div>`;
}

const fieldsAt = (sheet: PolicySheet, { path }: PolicyField): Fields => {
  const found = valueAt(sheet.json, path);
  return isFields(found) ? found : {};
};

/** What the number of a fee may be: as a sum, as a part. */
function options(sheet: PolicySheet, { path }: PolicyField): (Fields | undefined)[] {
  const { oneOf } = fieldAt(sheet, path);
  return ['amount', 'percent'].map((name) =>
    (Array.isArray(oneOf) ? oneOf : [])
      .map((each) => valueAt(each, ['properties', name]))
      .find(isFields),
  );
}
