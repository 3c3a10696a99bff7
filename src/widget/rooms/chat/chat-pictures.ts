import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { SentDocument } from '../../../contract/uploads.ts';
import { isDocument, type ChosenFile } from '../../host/chosen-file.ts';
import type { Desk } from '../../stores/desk.ts';
import type { Letter, Letters } from '../../stores/letters.ts';
import { createPhotos } from '../../stores/photos.ts';
import { icon } from '../../ui/icon.ts';

/** Documents of a message, by name, to be saved. */
export const shownDocuments = (
  desk: Desk,
  documents: readonly SentDocument[] = [],
  side: string,
): readonly TemplateResult[] =>
  documents.map(
    ({ id, name, size = 0 }) =>
      html`<button class="link ${side}" dir="auto" @click=${() => void desk.use(createPhotos).save(id, name)}>${name}${size && ` · ${kilobytes(size, desk)}`}</button>`,
  );

const kilobytes = (size: number, { words }: Desk): string =>
  Math.ceil(size / 1e3).toLocaleString(words.locale, {
    ...{ ...words.numbers, style: 'unit', unit: 'kilobyte' },
  });

interface Tile {
  thumbnail: Node | undefined;
  /** Of a document. */
  name?: string | undefined;
  /** How much of it has gone; absent: it is not on its way. */
  part?: number | undefined;
  /** Absent: it stays. */
  take?: (() => void) | undefined;
}

const tiles = (
  { words }: Desk,
  side: string,
  all: readonly Tile[],
): TemplateResult | typeof nothing =>
  all.length
    ? html`<div class="chips pics ${side}" role=${all.some(({ take }) => take) ? 'group' : 'img'} aria-label=${words.text('photos')}>
        ${all.map(
          ({ thumbnail, name, part, take }, nth) =>
            html`<span>${thumbnail ?? html`<i dir="auto">${name}</i>`}${
              part === undefined
                ? nothing
                : html`<progress .value=${part} aria-label=${words.text('sending')}></progress>`
            }${
              take
                ? html`<button class="ib" type="button" aria-label=${words.text('takeOutPhoto', { n: nth + 1 })} @click=${take}>${icon('close', 's20')}</button>`
                : nothing
            }</span>`,
        )}
      </div>`
    : nothing;

/** Pictures of a message. */
export function shownPictures(
  desk: Desk,
  side: string,
  ids: readonly string[] = [],
): ReturnType<typeof tiles> {
  const { need, $state } = desk.use(createPhotos);
  for (const id of ids) need(id);
  const { thumbnails } = $state.get();
  return tiles(
    desk,
    side,
    ids.map((id) => ({ thumbnail: thumbnails.get(id) })),
  );
}

/** Files that go with what is being written; `take` takes one out. */
export const chosenFiles = (
  desk: Desk,
  chosen: readonly ChosenFile[],
  take: (file: ChosenFile) => void,
): ReturnType<typeof tiles> =>
  tiles(
    desk,
    '',
    chosen.map((one) => ({
      ...{ thumbnail: one.thumbnail, name: one.file.name, take: () => take(one) },
    })),
  );

/** Files of what is on its way, each with how far it is; one that is not there yet can be taken out. */
export function sentFiles(desk: Desk, letter: Letter, letters: Letters): ReturnType<typeof tiles> {
  const { client, files = [], photos = [] } = letter;
  const { need, $state } = desk.use(createPhotos);
  const { thumbnails } = $state.get();
  const going = letters.$going.get();
  const all = files.map((file, nth): Tile => {
    const key = `${client}-${nth}`;
    // what stands for one that has gone is there before the message comes back
    for (const name of [key, photos[nth]])
      if (name && file.size && !isDocument(file)) need(name, file);
    return {
      ...{ thumbnail: thumbnails.get(key), name: file.name },
      part: going?.key === key ? going.part : undefined,
      take: nth < photos.length ? undefined : () => letters.takeOut(letter, nth),
    };
  });
  return tiles(
    desk,
    'end',
    all.filter((_, nth) => files[nth]!.size),
  );
}
