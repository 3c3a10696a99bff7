/** A short list that outlives the page; where storage is blocked or full, it lives as long as that. */
export interface KeptList<Entry> {
  read(): Entry[];
  write(entries: Entry[]): void;
}

/** `key`: what it is kept under, on this device. */
export function createKeptList<Entry>(key: string): KeptList<Entry> {
  let held: Entry[] = [];
  return {
    read() {
      try {
        const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
        return Array.isArray(found) && found.length ? found : held;
      } catch {
        return held;
      }
    },
    write(entries) {
      held = [];
      try {
        if (entries.length) localStorage.setItem(key, JSON.stringify(entries));
        else localStorage.removeItem(key);
      } catch {
        held = entries;
      }
    },
  };
}
