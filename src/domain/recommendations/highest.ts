/** The best places, best first: each that is better than the last of them is put where it belongs. */
export function highest(places: Int32Array, value: Float32Array, most: number): Int32Array {
  const best = new Int32Array(Math.min(most, places.length));
  let size = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!;
    const worth = value[place]!;
    if (size === best.length && !(worth > value[best[size - 1]!]!)) continue;
    if (size < best.length) size += 1;
    let from = 0;
    let to = size - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (worth > value[best[middle]!]!) to = middle;
      else from = middle + 1;
    }
    best.copyWithin(from + 1, from, size - 1);
    best[from] = place;
  }
  return best;
}
