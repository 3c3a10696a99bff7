/** How many places are taken, by whom; in this process alone. */
export interface Places {
  /** Answers how to give it back; giving it back twice counts once. */
  take(who: string): () => void;
  of(who: string): number;
  all(): number;
}

export function createPlaces(onChange: (taken: number) => void): Places {
  const taken = new Map<string, number>();
  let sum = 0;
  const change = (who: string, by: 1 | -1) => {
    const count = (taken.get(who) ?? 0) + by;
    if (count === 0) taken.delete(who);
    else taken.set(who, count);
    sum += by;
    onChange(sum);
  };
  return {
    take(who) {
      let isHeld = true;
      change(who, 1);
      return () => {
        if (isHeld) change(who, -1);
        isHeld = false;
      };
    },
    of: (who) => taken.get(who) ?? 0,
    all: () => sum,
  };
}
