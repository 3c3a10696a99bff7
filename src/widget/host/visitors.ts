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
  const key = `${desk}:visitors`;
  let held: Visitor[] = [];
  const read = (): Visitor[] => {
    const since = now() / DAY - KEPT_DAYS - 1;
    try {
      const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      const kept: Visitor[] = Array.isArray(found) && found.length ? found : held;
      return kept.filter(({ day }) => day > since);
    } catch {
      return held;
    }
  };
  const write = (visitors: Visitor[]) => {
    held = visitors;
    try {
      if (visitors.length) localStorage.setItem(key, JSON.stringify(visitors));
      else localStorage.removeItem(key);
    } catch {
      // blocked: it is who it is as long as the page lives
    }
  };
  return {
    today() {
      const day = Math.floor(now() / DAY);
      const known = read();
      if (known[0]?.day === day) return known[0].id;
      const id = crypto.randomUUID();
      write([{ id, day }, ...known]);
      return id;
    },
    all: () => read().map(({ id }) => id),
    forget: () => write([]),
  };
}

/** What a desk keeps its things under. */
export const deskName = (api: string, shop: string | undefined): string =>
  `fd:${api}:${shop ?? ''}`;
