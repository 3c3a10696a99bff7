import { atom, type ReadableAtom } from 'nanostores';
import type { Attached, Upload } from '../../contract/uploads.ts';
import { asProblem, Problem } from '../../widget/client/problem.ts';
import type { Sending } from '../../widget/client/send-upload.ts';
import { randomId } from '../../widget/host/random-id.ts';
import type { ChosenFile } from '../../widget/host/chosen-file.ts';

/** A file that goes with what is being written. */
export interface Attachment {
  /** By which it is sent, however often. */
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Of a picture. */
  readonly thumbnail?: Node | undefined;
  /** How much of it has gone: 0 to 1. */
  readonly part: number;
  /** Once it is there. */
  readonly id?: string;
  readonly problem?: Problem;
}

/** Files of one answer or note, each on its way as soon as it is chosen. */
export interface Attachments {
  $state: ReadableAtom<readonly Attachment[]>;
  add(files: Iterable<File>): void;
  retry(one: Attachment): void;
  /** Out of what is written; what has not gone by then goes no further. */
  remove(one: Attachment): void;
  clear(): void;
  /** What a message or a note says of them; undefined while one is not there. */
  named(): Attached | undefined;
}

const MOST = 4;
/** The same would be refused again. */
const LASTING: ReadonlySet<string> = new Set([
  ...['file_type_refused', 'file_too_large', 'file_not_as_said', 'file_refused'],
  'too_many_files',
]);
export const isLasting = ({ code }: Problem): boolean => LASTING.has(code);

export function createAttachments(
  small: (file: Blob) => Promise<ChosenFile | undefined>,
  upload: (file: Blob, sending: Sending) => Promise<Upload>,
): Attachments {
  const $state = atom<readonly Attachment[]>([]);
  const sendings = new Map<
    string,
    { file: File; ready?: ChosenFile | undefined; stop: AbortController }
  >();
  const put = (key: string, change: Partial<Attachment>) =>
    $state.set($state.get().map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function go(key: string): Promise<void> {
    const sending = sendings.get(key);
    if (!sending) return;
    const { file, stop } = sending;
    try {
      sending.ready ??= await small(file);
      if (!sending.ready) throw new Problem('file_type_refused', 415);
      const { file: body, thumbnail } = sending.ready;
      put(key, { size: body.size, thumbnail });
      const tell = (part: number) => put(key, { part });
      const { id } = await upload(body, { key, stop: stop.signal, tell });
      put(key, { id, part: 1 });
    } catch (error) {
      if (!stop.signal.aborted) put(key, { problem: asProblem(error), part: 0 });
    }
  }
  function remove(key: string): void {
    sendings.get(key)?.stop.abort();
    sendings.delete(key);
    $state.set($state.get().filter((one) => one.key !== key));
  }

  return {
    $state,
    add(files) {
      const isPaper = (key: string) => sendings.get(key)?.file.type === PDF;
      const hasRoom = ({ type }: File) =>
        $state.get().filter(({ key }) => isPaper(key) === (type === PDF)).length < MOST;
      for (const file of files) {
        if (!hasRoom(file)) continue;
        const key = randomId();
        sendings.set(key, { file, stop: new AbortController() });
        const { name, size } = file;
        $state.set([...$state.get(), { key, name, size, part: 0 }]);
        void go(key);
      }
    },
    retry({ key }) {
      $state.set($state.get().map((one) => (one.key === key ? withoutProblem(one) : one)));
      void go(key);
    },
    remove: ({ key }) => remove(key),
    clear() {
      for (const { key } of $state.get()) remove(key);
    },
    named() {
      const files = $state.get().map(({ key, id, name }) => ({
        ...{ id: id ?? '', name, isDocument: sendings.get(key)?.file.type === PDF },
      }));
      if (files.some(({ id }) => !id)) return undefined;
      const documents = files.filter(({ isDocument }) => isDocument);
      const photos = files.filter(({ isDocument }) => !isDocument);
      return {
        ...(photos.length && { photos: photos.map(({ id }) => id) }),
        ...(documents.length && {
          documents: documents.map(({ id }) => id),
          names: documents.map(({ name }) => name),
        }),
      };
    },
  };
}

const PDF = 'application/pdf';
const withoutProblem = ({ problem: _, ...one }: Attachment): Attachment => one;
