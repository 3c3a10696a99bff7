import { html, nothing, type TemplateResult } from 'lit/html.js';
import { pointerOf, schemaAt, valueAt, type Fields, type Path } from '../stores/json-path.ts';
import type { Products } from '../stores/products.ts';
import type { Say } from '../words/say.ts';
import type { Words } from '../words/words.ts';

export interface PolicyField {
  path: Path;
  label: keyof Words;
  /** What of several it is, as its label says it. */
  of?: keyof Words;
  /** Said below it. */
  hint?: keyof Words;
  /** What its choices are called begins so: `value_`, where nothing is said. */
  names?: string;
  /** Its words are ids of products: they are found by name. */
  isProducts?: true;
  /** Its choices have an order of their own. */
  isOrdered?: true;
  /** What days are counted from to begin with, and not from the delivery. */
  counted?: 'order';
}

/** A policy as it is written: what there is, what it may be, and what is wrong with it. */
export interface PolicySheet {
  say: Say;
  currency: string;
  /** JSON Schema of all of it. */
  schema: unknown;
  json: unknown;
  /** A policy that suits most, to begin from. */
  usual: unknown;
  /** What was switched off, as it was, by its id. */
  kept: Map<string, unknown>;
  /** What the shop sells, as far as it was asked about. */
  products: Products;
  /** In which languages customers are asked. */
  languages: readonly string[];
  /** Undefined takes it away. */
  put(path: Path, value: unknown): void;
  /** As `put`, and it can be taken back: for what is taken away with all that is in it. */
  drop(path: Path): void;
  /** What the backend says against a field; empty when nothing. With `isDeep` against what is in it, too. */
  wrong(path: Path, isDeep?: boolean): string;
  /** Goes to what has this id once it is drawn. */
  focus(id: string): void;
  /** Opens it once it is drawn, and goes there. */
  open(id: string): void;
  /** Two that change places: what is open stays so. */
  swapOpen(one: string, other: string): void;
  /** Asks in one more language. */
  speak(language: string): void;
}

export const idOf = (path: Path): string => path.join('-');
export const fieldAt = (sheet: PolicySheet, path: Path): Fields => schemaAt(sheet.schema, path);

/** What is there, or what counts where nothing is. */
export const shownAt = (sheet: PolicySheet, path: Path): unknown =>
  valueAt(sheet.json, path) ?? fieldAt(sheet, path)['default'];

/** As much of it as words need. */
export type Saying = Pick<PolicySheet, 'say' | 'currency'>;

export const labelOf = ({ say, currency }: Saying, { label, of }: PolicyField): string =>
  say.text(label, { currency, kind: of ? say.text(of) : '' });

/** What a choice is called, where it has a name beside its own. */
export function nameOf(
  { say }: Pick<PolicySheet, 'say'>,
  choice: string,
  names = 'value_',
): string {
  const key = `${names}${choice}`;
  return say.has(key) ? say.text(key) : choice;
}

/** The same field of one of a list, or of a record. */
export const within = (outer: Path, fields: readonly PolicyField[]): PolicyField[] =>
  fields.map((field) => ({ ...field, path: [...outer, ...field.path] }));

export const describedBy = (sheet: PolicySheet, { path, hint }: PolicyField) => {
  const id = idOf(path);
  const ids = [hint && `${id}-hint`, sheet.wrong(path, true) && `${id}-error`].filter(Boolean);
  return ids.length ? ids.join(' ') : nothing;
};

/** What is said below a field: what it is, and what is wrong with it. */
export function said(
  sheet: PolicySheet,
  { path, hint }: PolicyField,
  isDeep = true,
): TemplateResult {
  const wrong = sheet.wrong(path, isDeep);
  const id = idOf(path);
  return html`<div class="said">${hint ? html`<p class="csmall second" id="${id}-hint">${sheet.say.text(hint)}</p>` : nothing}
    ${wrong ? html`<p class="err" id="${id}-error">${wrong}</p>` : nothing}</div>`;
}

/** Whether a pointer leads to a field, or into it; `*` is any of a list or of a record. */
export function isAtOrBelow(pointer: string, path: Path): boolean {
  const steps = pointer.split('/').slice(1);
  return path.every((name, at) =>
    name === '*' ? steps[at] !== undefined : pointerOf([name]) === `/${steps[at]}`,
  );
}
