import { html, type TemplateResult } from 'lit/html.js';
import type { Desk } from '../stores/desk.ts';
import { createPhotos, type PhotoFault, type WaitingPhoto } from '../stores/photos.ts';
import { photoField, type Photo } from '../ui/photos.ts';
import { photoFaults } from './photo-faults.ts';
import { refusal } from './refusal.ts';

const MOST = 4;

export interface PhotoQuestion {
  desk: Desk;
  /** What they belong to, the same each time. */
  place: string;
  /** Uploads that are named already. */
  ids: readonly string[];
  /** The shop wants at least one. */
  isAsked: boolean;
  /** Of those that are named by then. */
  keep(change: (ids: readonly string[]) => readonly string[]): void;
}

export const photosOf = (desk: Desk) => desk.use(createPhotos);

/** Is one of them on its way, or did it not get there? */
export const isWaiting = (desk: Desk, place: string): boolean =>
  photosOf(desk)
    .$state.get()
    .waiting.some((photo) => photo.place === place);

/** The same file would be refused again. */
const isLasting = ({ code, retryAt }: PhotoFault): boolean =>
  code in photoFaults && code !== 'offline' && !retryAt;

/** Asks for pictures, and shows those that are there and those on their way. */
export function photoQuestion(question: PhotoQuestion): TemplateResult {
  const { desk, place, ids, isAsked, keep } = question;
  const { text } = desk.words;
  const store = photosOf(desk);
  const { waiting, thumbnails } = store.$state.get();
  const own = waiting.filter((photo) => photo.place === place);
  const base = (n: number) => ({
    name: text('photoNth', { n }),
    label: text('takeOutPhoto', { n }),
  });

  const sent = ids.map((id, at): Photo => {
    store.need(id);
    const { name, label } = base(at + 1);
    const act = () => keep((now) => now.filter((each) => each !== id));
    return { name, thumbnail: thumbnails.get(id), remove: { label, act } };
  });
  const others = own.map((photo, at): Photo => {
    const { name, label } = base(ids.length + at + 1);
    const { thumbnail, fault, part } = photo;
    return {
      ...{ name, thumbnail, part, failed: !!fault, said: said(photo, desk) },
      remove: { label, act: () => store.remove(photo) },
      retry:
        fault && !isLasting(fault)
          ? { label: text('retry'), act: () => store.retry(photo) }
          : undefined,
    };
  });
  const room = MOST - ids.length - own.length;
  const choose = (files: readonly File[]) => {
    for (const file of files.slice(0, room))
      store.add(place, file, (id) => keep((now) => [...now, id]));
  };
  return photoField({
    label: text('photos'),
    hint: text(isAsked ? 'photoAsked' : 'optional'),
    photos: [...sent, ...others],
    add: room > 0 ? { label: text('addPhoto'), choose } : undefined,
  });
}

/** Pictures that were sent, to be seen. */
export function sentPhotos(desk: Desk, ids: readonly string[]): TemplateResult {
  const store = photosOf(desk);
  const { thumbnails } = store.$state.get();
  for (const id of ids) store.need(id);
  return html`<div class="ph" role="img" aria-label=${desk.words.text('photos')}>
    ${ids.map((id) => thumbnails.get(id) ?? html`<i class="gap"></i>`)}
  </div>`;
}

function said({ fault, part }: WaitingPhoto, { words }: Desk): string {
  if (fault) return refusal(fault, words, photoFaults, 'unsent');
  return words.text(part === 1 ? 'photoChecked' : 'photoSending');
}
