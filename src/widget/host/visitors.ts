import { createKeptList } from './kept-list.ts';
import { randomId } from './random-id.ts';

/** Who the device was: another every day, so that no two days are of one person. */
interface Visitor {
  id: string;
  /** Days since 1970, in UTC. */
  day: number;
}

const DAY = 24 * 60 * 60 * 1000;
/** As long as the backend keeps what it knows of one. */
const KEPT_DAYS = 90;

export interface Visitors {
  /** Who it is today; made when first asked for. */
  today(): string;
  /** All it has been that may still be known. */
  all(): string[];
  forget(): void;
}

export function createVisitors(desk: string, now: () => number = Date.now): Visitors {
  const kept = createKeptList<Visitor>(`${desk}:visitors`);
  const read = (): Visitor[] => {
    const since = now() / DAY - KEPT_DAYS - 1;
    return kept.read().filter(({ day }) => day > since);
  };
  return {
    today() {
      const day = Math.floor(now() / DAY);
      const known = read();
      if (known[0]?.day === day) return known[0].id;
      const id = randomId();
      kept.write([{ id, day }, ...known]);
      return id;
    },
    all: () => read().map(({ id }) => id),
    forget: () => kept.write([]),
  };
}

/** What a desk keeps its things under. */
export const deskName = (api: string, shop: string | undefined): string =>
  `fd:${api}:${shop ?? ''}`;
