import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isFields, valueAt, type Path } from '../stores/json-path.ts';
import { icon } from './desk-element.ts';
import { describedBy, fieldAt, idOf, said, type PolicySheet } from './policy-sheet.ts';

/** What is asked further about a reason, in the languages of the shop: so many questions, so many answers. */
export function policyQuestions(sheet: PolicySheet, path: Path): TemplateResult {
  const { text } = sheet.say;
  const all = listAt(sheet, path);
  const begin = () => {
    const at = [...path, String(all.length)];
    sheet.put(path, [...all, question(sheet, all)]);
    sheet.focus(idOf([...at, 'question', first(sheet)]));
  };
  return html`<div class="questions"><p class="label">${text('questions')}</p>
    ${all.map((_, at) => one(sheet, path, at))}
    <div class="line">${all.length < most(sheet, path) ? html`<button type="button" class="cb" @click=${begin}>${text('addQuestion')}</button>` : nothing}
      ${all.length ? addLanguage(sheet) : nothing}</div></div>`;
}

function one(sheet: PolicySheet, path: Path, at: number): TemplateResult {
  const { text } = sheet.say;
  const here = [...path, String(at)];
  const answers = [...here, 'answers'];
  const given = listAt(sheet, answers);
  const title = text('question', { n: at + 1 });
  const add = () => {
    sheet.put(answers, [...given, answer(sheet, given)]);
    sheet.focus(idOf([...answers, String(given.length), 'text', first(sheet)]));
  };
  return html`<div class="question" role="group" aria-label=${title}>
    ${words(sheet, [...here, 'question'], title, remover(sheet, here, title))}
    ${given.map((_, nth) => {
      const label = text('answer', { n: nth + 1 });
      const place = [...answers, String(nth)];
      return words(
        sheet,
        [...place, 'text'],
        label,
        given.length > 2 ? remover(sheet, place, label) : nothing,
      );
    })}
    ${said(sheet, { path: answers, label: 'addReply' }, false)}
    ${given.length < most(sheet, answers) ? html`<div><button type="button" class="cb ctext" @click=${add}>${text('addReply')}</button></div>` : nothing}</div>`;
}

/** The same words in each language. */
function words(sheet: PolicySheet, path: Path, label: string, beside: unknown): TemplateResult {
  const { text, language } = sheet.say;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const set = valueAt(sheet.json, path);
  const put = (lang: string, typed: string) => {
    const { [lang]: _, ...others } = isFields(set) ? set : {};
    // without any words it would be nothing to read: the backend says so at the field
    const isLast = Object.keys(others).length === 0;
    sheet.put([...path, lang], typed || isLast ? typed : undefined);
  };
  return html`<div class="h words"><div class="inputs grow">${sheet.languages.map((lang) => {
    const at = [...path, lang];
    const id = idOf(at);
    const field = { path: at, label: 'question' } as const;
    return html`<div class="f"><label class="label" for=${id}>${text('inLanguage', { what: label, language: names.of(lang) ?? lang })}</label>
      <input class="in" id=${id} lang=${lang} dir="auto" maxlength="120" aria-invalid=${sheet.wrong(at) !== ''} aria-describedby=${describedBy(sheet, field)} .value=${String(valueAt(set, [lang]) ?? '')} @input=${({ target }: Event) => put(lang, (target as HTMLInputElement).value)}>${said(sheet, field)}</div>`;
  })}</div>${beside}</div>`;
}

const remover = (sheet: PolicySheet, path: Path, tag: string) =>
  html`<button type="button" class="cib" aria-label=${sheet.say.text('removeTag', { tag })} @click=${() => sheet.drop(path)}>${icon('close', 's16')}</button>`;

function addLanguage(sheet: PolicySheet): TemplateResult {
  const { text, language, languages } = sheet.say;
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const left = languages.filter((lang) => !sheet.languages.includes(lang));
  const onChange = ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    if (select.value) sheet.speak(select.value);
    select.value = '';
  };
  return html`<select class="in also" aria-label=${text('addLanguage')} @change=${onChange}><option value="">${text('addLanguage')}</option>${left.map((lang) => html`<option value=${lang}>${names.of(lang)}</option>`)}</select>`;
}

/** In which languages the policy asks, by what it asks already. */
export function languagesOf(json: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const each of value) look(each, '');
    else if (isFields(value))
      for (const [key, inner] of Object.entries(value))
        if (name === 'question' || name === 'text') found.add(key);
        else look(inner, key);
  };
  look(valueAt(json, ['returns', 'reasons']), '');
  return [...found];
}

const first = ({ languages }: PolicySheet) => languages[0] ?? 'en';
const answer = (sheet: PolicySheet, beside: readonly unknown[]) => ({
  ...{ id: freshId('a', beside), text: { [first(sheet)]: '' } },
});
const question = (sheet: PolicySheet, beside: readonly unknown[]) => {
  const answers = [answer(sheet, [])];
  return {
    ...{ id: freshId('q', beside), question: { [first(sheet)]: '' } },
    answers: [...answers, answer(sheet, answers)],
  };
};

/** A name that none beside it has. */
function freshId(letter: string, beside: readonly unknown[]): string {
  const taken = new Set(beside.map((each) => valueAt(each, ['id'])));
  let n = 1;
  while (taken.has(`${letter}${n}`)) n++;
  return `${letter}${n}`;
}

const listAt = (sheet: PolicySheet, path: Path): readonly unknown[] => {
  const found = valueAt(sheet.json, path);
  return Array.isArray(found) ? found : [];
};
const most = (sheet: PolicySheet, path: Path) =>
  Number(fieldAt(sheet, path)['maxItems'] ?? Infinity);
