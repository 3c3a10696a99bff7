import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SmallPicture } from '../../host/small-picture.ts';
import type { Desk } from '../../stores/desk.ts';
import type { Letter } from '../../stores/letters.ts';
import { createPhotos } from '../../stores/photos.ts';
import { icon } from '../../ui/icon.ts';

/** Pictures and documents of a message; those of a letter are in this browser already. */
export function shownPictures(
  desk: Desk,
  sent: readonly string[] = [],
  documents: readonly string[] = [],
  { client = '', files = [] }: Partial<Letter> = {},
): TemplateResult | typeof nothing {
  const store = desk.use(createPhotos);
  const names = files.length ? files.map((_, nth) => `${client} ${nth}`) : [...sent, ...documents];
  // what stands for one that has gone is there before the message comes back
  for (const [nth, file] of files.entries())
    for (const name of [names[nth], sent[nth]]) if (name) store.need(name, file);
  // a tile says enough of a document
  for (const name of documents) store.need(name, new Blob([], { type: 'application/pdf' }));
  if (!names.length) return nothing;
  const { thumbnails } = store.$state.get();
  return html`<div class="pics end" role="img" aria-label=${desk.words.text('photos')}>
    ${names.map((name) => {
      store.need(name);
      return thumbnails.get(name) ?? html`<i></i>`;
    })}
  </div>`;
}

/** Pictures that go with what is being written; `take` takes one out. */
export const chosenPictures = (
  chosen: readonly SmallPicture[],
  { words }: Desk,
  take: (picture: SmallPicture) => void,
): TemplateResult | typeof nothing =>
  chosen.length
    ? html`<div class="pics" role="group" aria-label=${words.text('photos')}>
        ${chosen.map(
          (picture, nth) => html`<span>${picture.thumbnail}<button class="ib" type="button"
            aria-label=${words.text('takeOutPhoto', { n: nth + 1 })} @click=${() => take(picture)}>${icon('close', 's20')}</button></span>`,
        )}
      </div>`
    : nothing;
