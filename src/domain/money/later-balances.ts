/** What was booked of gift cards for one receipt: from them where it is positive, back where negative. */
export interface CardEntry {
  receipt: string;
  amount: number;
}

/** One gift card's part of what a receipt moves: to it where it is positive. */
export interface CardMove {
  receipt: string;
  method: string;
  amount: number;
}

/**
 * What each gift card has more, or less, by what was booked. The books know kinds of payment alone: which
 * card is meant, the moves tell. What was taken back is booked once more, the other way round.
 */
export function addedTo(
  entries: readonly CardEntry[],
  moves: readonly CardMove[],
): Map<string, number> {
  const added = new Map<string, number>();
  const left = { booked: [...moves], takenBack: [...moves] };
  for (const { receipt, amount } of entries) {
    for (const [list, sign] of [
      [left.booked, -1],
      [left.takenBack, 1],
    ] as const) {
      const at = list.findIndex(
        (move) => move.receipt === receipt && move.amount === sign * amount,
      );
      const [move] = at < 0 ? [] : list.splice(at, 1);
      if (!move) continue;
      added.set(move.method, (added.get(move.method) ?? 0) - amount);
      break;
    }
  }
  return added;
}
