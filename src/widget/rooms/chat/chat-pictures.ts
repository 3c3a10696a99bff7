import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SentDocument } from '../../../contract/uploads.ts';
import { isDocument, type ChosenFile } from '../../host/small-picture.ts';
import type { Desk } from '../../stores/desk.ts';
import type { Letter } from '../../stores/letters.ts';
import { createPhotos } from '../../stores/photos.ts';
import { icon } from '../../ui/icon.ts';

/** Pictures of a message; those of a letter are in this browser already. */
export function shownPictures(
  desk: Desk,
  sent: readonly string[] = [],
  { client = '', files = [] }: Partial<Letter> = {},
  side = 'end',
): TemplateResult | typeof nothing {
  const store = desk.use(createPhotos);
  const names = files.length
    ? files.flatMap((file, nth) => (isDocument(file) ? [] : `${client} ${nth}`))
    : sent;
  // what stands for one that has gone is there before the message comes back
  for (const [nth, file] of files.entries())
    for (const name of [`${client} ${nth}`, sent[nth]])
      if (name && !isDocument(file)) store.need(name, file);
  if (!names.length) return nothing;
  const { thumbnails } = store.$state.get();
  return html`<div class="pics ${side}" role="img" aria-label=${desk.words.text('photos')}>
    ${names.map((name) => {
      store.need(name);
      return thumbnails.get(name) ?? html`<i></i>`;
    })}
  </div>`;
}

/** Documents of a message, by name, to be saved. */
export const shownDocuments = (
  desk: Desk,
  documents: readonly SentDocument[] = [],
  side = 'end',
): readonly TemplateResult[] =>
  documents.map(
    ({ id, name, size = 0 }) =>
      html`<button class="link ${side}" dir="auto" @click=${() => void desk.use(createPhotos).save(id, name)}>${name}${size && ` · ${kilobytes(size, desk)}`}</button>`,
  );

const kilobytes = (size: number, { words }: Desk): string =>
  Math.ceil(size / 1e3).toLocaleString(words.locale, {
    ...{ ...words.numbers, style: 'unit', unit: 'kilobyte' },
  });

/** Files that go with what is being written; `take` takes one out. */
export const chosenPictures = (
  chosen: readonly ChosenFile[],
  { words }: Desk,
  take: (file: ChosenFile) => void,
): TemplateResult | typeof nothing =>
  chosen.length
    ? html`<div class="pics" role="group" aria-label=${words.text('photos')}>
        ${chosen.map(
          (
            one,
            nth,
          ) => html`<span>${one.thumbnail ?? html`<i>${one.file.name}</i>`}<button class="ib" type="button"
            aria-label=${words.text('takeOutPhoto', { n: nth + 1 })} @click=${() => take(one)}>${icon('close', 's20')}</button></span>`,
        )}
      </div>`
    : nothing;
