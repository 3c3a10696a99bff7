import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isRequired, valueAt } from '../stores/json-path.ts';
import { kindAt, type Kind } from '../stores/policy-kinds.ts';
import { numberInput } from './policy-number.ts';
import { policyOrder } from './policy-order.ts';
import { policyProducts } from './policy-products.ts';
import { policyFee, policyRange, policyWindow } from './policy-pairs.ts';
import {
  describedBy,
  fieldAt,
  idOf,
  labelOf,
  nameOf,
  said,
  shownAt,
  type PolicyField,
  type PolicySheet,
} from './policy-sheet.ts';

type Drawn = (sheet: PolicySheet, field: PolicyField) => TemplateResult;

const drawn: Readonly<Record<Kind, Drawn>> = {
  tick,
  maybe: labelled(maybe),
  choice: labelled(choice),
  boxes: (sheet, field) => group(field.isOrdered ? policyOrder : boxes)(sheet, field),
  number: labelled(oneNumber),
  sum: labelled(oneNumber),
  words: labelled(words),
  fee: group(policyFee),
  window: group(policyWindow),
  range: group(policyRange),
};

/** A field of the policy as its schema says. */
export function policyInput(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const kind = kindAt(sheet.schema, field.path);
  if (field.isProducts) return group(policyProducts)(sheet, field);
  return kind ? drawn[kind](sheet, field) : html``;
}

/** Boxes to tick together, and the rest below them. */
export function policyInputs(
  sheet: PolicySheet,
  fields: readonly PolicyField[],
): readonly TemplateResult[] {
  const isTick = ({ path }: PolicyField) => kindAt(sheet.schema, path) === 'tick';
  const [ticks, others] = [fields.filter(isTick), fields.filter((field) => !isTick(field))];
  return [
    ...(ticks.length
      ? [html`<div class="checks">${ticks.map((field) => policyInput(sheet, field))}</div>`]
      : []),
    ...(others.length
      ? [html`<div class="inputs">${others.map((field) => policyInput(sheet, field))}</div>`]
      : []),
  ];
}

function labelled(input: Drawn): Drawn {
  return (
    sheet,
    field,
  ) => html`<div class="f"><label class="label" for=${idOf(field.path)}>${labelOf(sheet, field)}</label>
    ${input(sheet, field)}${said(sheet, field)}</div>`;
}

function group(inputs: Drawn): Drawn {
  return (sheet, field) => {
    const id = idOf(field.path);
    return html`<div class="f" role="group" aria-labelledby="${id}-label" aria-describedby=${describedBy(sheet, field)}>
      <span class="label" id="${id}-label">${labelOf(sheet, field)}</span>
      ${inputs(sheet, field)}${said(sheet, field)}</div>`;
  };
}

function tick(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  return html`<label class="check"><input type="checkbox" id=${idOf(path)} .checked=${shownAt(sheet, path) === true}
    aria-describedby=${describedBy(sheet, field)} @change=${({ target }: Event) => sheet.put(path, (target as HTMLInputElement).checked)}>${labelOf(sheet, field)}</label>${sheet.wrong(path) ? said(sheet, field) : nothing}`;
}

/** Yes, no, or nothing said about it. */
function maybe(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  const { text } = sheet.say;
  const choices = [
    ['', '–', undefined],
    ['yes', text('yes'), true],
    ['no', text('no'), false],
  ] as const;
  const value = valueAt(sheet.json, path);
  const onChange = ({ target }: Event) =>
    sheet.put(path, choices.find(([name]) => name === (target as HTMLSelectElement).value)?.[2]);
  return html`<select class="in" id=${idOf(path)} aria-describedby=${describedBy(sheet, field)} @change=${onChange}>${choices.map(
    ([name, words, means]) =>
      html`<option value=${name} .selected=${means === value}>${words}</option>`,
  )}</select>`;
}

function choice(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path, names } = field;
  const value = shownAt(sheet, path);
  return html`<select class="in" id=${idOf(path)} aria-invalid=${sheet.wrong(path) !== ''} aria-describedby=${describedBy(sheet, field)}
    @change=${({ target }: Event) => sheet.put(path, (target as HTMLSelectElement).value)}>${choicesOf(fieldAt(sheet, path)).map((each) => html`<option value=${each} .selected=${each === value}>${nameOf(sheet, each, names)}</option>`)}</select>`;
}

function boxes(sheet: PolicySheet, { path, names }: PolicyField): TemplateResult {
  const shown = shownAt(sheet, path);
  const chosen: readonly unknown[] = Array.isArray(shown) ? shown : [];
  const choices = choicesOf(fieldAt(sheet, [...path, '0']));
  const flip = (choice: string) => {
    const left = choices.filter((each) => (each === choice) !== chosen.includes(each));
    // none of those that need not be named: nothing is said
    sheet.put(
      path,
      left.length || isRequired(sheet.schema, path) || keepsNone(sheet, path) ? left : undefined,
    );
  };
  return html`<div class="boxes">${choices.map(
    (each) =>
      html`<label class="check"><input type="checkbox" .checked=${chosen.includes(each)} @change=${() => flip(each)}>${nameOf(sheet, each, names)}</label>`,
  )}</div>`;
}

/** An empty list says something: where there may be one, and nothing means another. */
const keepsNone = (sheet: PolicySheet, path: PolicyField['path']) =>
  fieldAt(sheet, path)['minItems'] === undefined;

const choicesOf = ({ enum: choices }: Readonly<Record<string, unknown>>) =>
  Array.isArray(choices) ? choices.map(String) : [];

function oneNumber(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  return numberInput(sheet, {
    ...{ id: idOf(path), schema: fieldAt(sheet, path), value: shownAt(sheet, path) },
    ...{ isWrong: sheet.wrong(path) !== '', described: describedBy(sheet, field) },
    put: (value) => sheet.put(path, value),
  });
}

/** Words of the shop, one a line. */
function words(sheet: PolicySheet, field: PolicyField): TemplateResult {
  const { path } = field;
  const shown = shownAt(sheet, path);
  const lines: readonly unknown[] = Array.isArray(shown) ? shown : [];
  const onInput = ({ target }: Event) => {
    const typed = (target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim());
    const named = [...new Set(typed.filter((line) => line !== ''))];
    sheet.put(path, named.length || 'default' in fieldAt(sheet, path) ? named : undefined);
  };
  return html`<textarea class="in lines" id=${idOf(path)} dir="auto" spellcheck="false" rows=${Math.min(6, lines.length + 1)} aria-invalid=${sheet.wrong(path, true) !== ''}
    aria-describedby=${describedBy(sheet, field)} .value=${lines.join('\n')} @input=${onInput}></textarea>`;
}
