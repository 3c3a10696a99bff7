import { atom, type ReadableAtom } from 'nanostores';
import { asProblem, type Problem } from '../client/problem.ts';
import { getUpload } from '../client/uploads.ts';
import { createWishes } from '../client/wishes.ts';
import { saveFile } from '../host/save-file.ts';
import type { SmallPicture } from '../host/small-picture.ts';
import type { Ground } from './ground.ts';

/** Why a picture did not go: a problem, or that this browser cannot open it. */
export interface PhotoFault {
  readonly code: Problem['code'] | 'unreadable';
  /** When it can be tried again, where that is told. */
  readonly retryAt?: string | undefined;
}

/** A picture on its way, or one that did not get there. */
export interface WaitingPhoto {
  /** What it belongs to. */
  readonly place: string;
  readonly nth: number;
  readonly thumbnail: HTMLCanvasElement | undefined;
  /** How much of it has gone, 0 to 1; at 1 it is there, and looked at. */
  readonly part?: number;
  /** Absent: it is being sent. */
  readonly fault?: PhotoFault;
}

export interface Photos {
  readonly $state: ReadableAtom<{
    readonly waiting: readonly WaitingPhoto[];
    /** By the upload's id. */
    readonly thumbnails: ReadonlyMap<string, HTMLCanvasElement>;
  }>;
  /** Sends it, wherever the shopper goes meanwhile; `sent` is told its id. */
  add(place: string, file: Blob, sent: (id: string) => void): void;
  retry(photo: WaitingPhoto): void;
  remove(photo: WaitingPhoto): void;
  /** Gets what stands for a picture: from its file, else from the server. */
  need(id: string, file?: Blob): void;
  /** Gives the shopper a file to keep. */
  save(id: string, name: string): Promise<void>;
}

interface Sending {
  file: Blob;
  small?: SmallPicture | undefined;
  readonly stop: AbortController;
  sent(id: string): void;
}

/** What makes pictures small comes with the first of them. */
const pictures = () => import('../host/small-picture.ts');

/** Pictures by what they belong to: those on their way, and what stands for those that are there. */
export function createPhotos({ send, keep }: Ground): Photos {
  const $state = atom<ReturnType<Photos['$state']['get']>>({ waiting: [], thumbnails: new Map() });
  const sendings = new Map<number, Sending>();
  const asked = new Set<string>();
  const { once } = createWishes();
  let count = 0;

  keep({
    retry() {
      for (const photo of $state.get().waiting) if (photo.fault?.code === 'offline') void go(photo);
    },
    reset() {
      for (const { stop } of sendings.values()) stop.abort();
      sendings.clear();
      asked.clear();
      $state.set({ waiting: [], thumbnails: new Map() });
    },
  });

  function put(nth: number, photo?: WaitingPhoto): void {
    const { waiting, thumbnails } = $state.get();
    const now = waiting.flatMap((each) => (each.nth === nth ? (photo ?? []) : each));
    $state.set({ waiting: now, thumbnails });
  }
  function show(id: string, thumbnail: HTMLCanvasElement): void {
    const { waiting, thumbnails } = $state.get();
    $state.set({ waiting, thumbnails: new Map(thumbnails).set(id, thumbnail) });
  }

  async function go({ place, nth, thumbnail: known }: WaitingPhoto): Promise<void> {
    const sending = sendings.get(nth);
    if (!sending) return;
    const at = { place, nth };
    put(nth, { ...at, thumbnail: known });
    const fail = (fault: PhotoFault) =>
      put(nth, { ...at, fault, thumbnail: sending.small?.thumbnail });
    try {
      sending.small ??= await (await pictures()).smallPicture(sending.file);
      if (!sending.small) return fail({ code: 'unreadable' });
      // taken out while it was made small: it is not sent at all
      if (!sendings.has(nth)) return;
      const { file, thumbnail } = sending.small;
      const tell = (part?: number) => put(nth, { ...at, thumbnail, ...(part && { part }) });
      tell();
      const { signal: stop } = sending.stop;
      const { sendUpload } = await import('../client/send-upload.ts');
      const { id } = await once(String(nth), (key) => sendUpload(send, file, { key, stop, tell }));
      // taken out meanwhile, or somebody else is at the desk: nothing will name it
      if (!sendings.delete(nth)) return;
      asked.add(id);
      show(id, thumbnail);
      put(nth);
      sending.sent(id);
    } catch (error) {
      if (sendings.has(nth)) fail(asProblem(error));
    }
  }

  return {
    $state,
    add(place, file, sent) {
      const photo = { place, nth: (count += 1), thumbnail: undefined };
      sendings.set(photo.nth, { file, sent, stop: new AbortController() });
      const { waiting, thumbnails } = $state.get();
      $state.set({ waiting: [...waiting, photo], thumbnails });
      void go(photo);
    },
    retry: (photo) => void go(photo),
    remove({ nth }) {
      sendings.get(nth)?.stop.abort();
      sendings.delete(nth);
      put(nth);
    },
    save: async (id, name) => saveFile(await getUpload(send, id), name),
    need(id, file) {
      if (asked.has(id)) return;
      asked.add(id);
      const draw = async () => {
        const { thumbnailOf } = await pictures();
        const thumbnail = await thumbnailOf(file ?? (await getUpload(send, id)));
        if (thumbnail) show(id, thumbnail);
      };
      // the picture is there, whether or not it can be shown again
      draw().catch(asProblem);
    },
  };
}
