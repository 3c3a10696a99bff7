/** The shop's bag: a list of { id, size, count } in localStorage. */
const key = 'alder-bag';
const changed = 'alder-bag-changed';

export function readBag() {
  try {
    const lines = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(lines) ? lines : [];
  } catch {
    // Storage is blocked or holds something else: the shopper has an empty bag, not an error.
    return [];
  }
}

/** False where the browser lets a page keep nothing. */
function writeBag(lines) {
  try {
    localStorage.setItem(key, JSON.stringify(lines));
  } catch {
    return false;
  }
  dispatchEvent(new Event(changed));
  return true;
}

const same = (id, size) => (line) => line.id === id && line.size === size;

export function addToBag(id, size, count = 1) {
  const lines = readBag();
  const line = lines.find(same(id, size));
  if (line) line.count = Math.min(9, line.count + count);
  else lines.push({ id, size, count });
  return writeBag(lines);
}

export function setCount(id, size, count) {
  const lines = readBag();
  const line = lines.find(same(id, size));
  if (!line) return false;
  line.count = count;
  return writeBag(lines.filter((each) => each.count > 0));
}

/** Calls back now, and whenever this tab or another changes the bag. */
export function watchBag(callback) {
  const tell = () => callback(readBag());
  addEventListener(changed, tell);
  addEventListener('storage', (event) => event.key === key && tell());
  tell();
}
