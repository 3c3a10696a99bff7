import { html, nothing, type TemplateResult } from 'lit/html.js';
import { moved } from '../stores/json-path.ts';
import { icon } from './desk-element.ts';
import {
  fieldAt,
  idOf,
  nameOf,
  shownAt,
  type PolicyField,
  type PolicySheet,
} from './policy-sheet.ts';

/** What is chosen of several, in an order of its own: the first counts most. */
export function policyOrder(sheet: PolicySheet, { path, names }: PolicyField): TemplateResult {
  const shown = shownAt(sheet, path);
  const chosen = Array.isArray(shown) ? shown.map(String) : [];
  const { enum: every } = fieldAt(sheet, [...path, '0']);
  const others = (Array.isArray(every) ? every.map(String) : []).filter(
    (each) => !chosen.includes(each),
  );
  const flip = (choice: string) =>
    sheet.put(
      path,
      chosen.includes(choice) ? chosen.filter((each) => each !== choice) : [...chosen, choice],
    );
  const row = (
    choice: string,
    at: number,
  ) => html`<li class="h"><label class="check grow"><input type="checkbox" id=${idOf([...path, choice])} .checked=${chosen.includes(choice)} @change=${() => {
    flip(choice);
    sheet.focus(idOf([...path, choice]));
  }}>${nameOf(sheet, choice, names)}</label>
    ${chosen.includes(choice) && chosen.length > 1 ? movers(sheet, { path, at, count: chosen.length, name: nameOf(sheet, choice, names), move: (to) => sheet.put(path, moved(chosen, at, to)) }) : nothing}</li>`;
  return html`<ol class="order">${[...chosen, ...others].map(row)}</ol>`;
}

export interface Movers {
  path: PolicyField['path'];
  at: number;
  count: number;
  /** What is moved, as it is called. */
  name: string;
  move(to: number): void;
}

/** Up and down, by pointer and by keys: the focus goes along with what is moved. */
export function movers(sheet: PolicySheet, it: Movers): TemplateResult {
  const { path, at, count, name } = it;
  const { text } = sheet.say;
  const button = (way: 'up' | 'down') => {
    const to = way === 'up' ? at - 1 : at + 1;
    const isEnd = to < 0 || to >= count;
    const onClick = () => {
      if (isEnd) return;
      it.move(to);
      sheet.focus(idOf([...path, String(to), way]));
    };
    const values = { name, at: at + 1, count };
    return html`<button type="button" class="cib" id=${idOf([...path, String(at), way])} aria-disabled=${isEnd} aria-label=${text(way === 'up' ? 'moveUp' : 'moveDown', values)} @click=${onClick}>${icon(way, 's16')}</button>`;
  };
  return html`<span class="movers">${button('up')}${button('down')}</span>`;
}
