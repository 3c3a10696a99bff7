import { createKeptList } from './kept-list.ts';

const MOST = 30;

/** What is not for whoever uses this device, the latest last. A device that keeps nothing forgets it with the page. */
export interface Dismissed {
  ids(): readonly string[];
  add(product: string): void;
  remove(product: string): void;
}

/** Of one shop: the strips of its pages and its panel share it. */
export function dismissedOf(api: string, shop: string | undefined): Dismissed {
  const { read, write } = createKeptList<string>(
    `front-desk not-for-me ${api} ${shop ?? ''}`.trim(),
  );
  return {
    ids: read,
    add: (product) => write([...read().filter((id) => id !== product), product].slice(-MOST)),
    remove: (product) => write(read().filter((id) => id !== product)),
  };
}
